package dev.parley.demo;

import dev.parley.demo.SimulatorState.Page;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.platform.PublicUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The file with the addresses and sign-ins of the demo, for people and scripts.
@Component
class DemoSignIns {
    private static final String API_TOKEN = "API_TOKEN";

    private final DemoSettings settings;
    private final PublicUrl publicUrl;
    private final DemoToken token;

    DemoSignIns(DemoSettings settings, PublicUrl publicUrl, DemoToken token) {
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.token = token;
    }

    Path file() {
        return settings.envFile();
    }

    /// Writes the file, with an API token of this administrator.
    void write(MessagingAccount account, Page page, UserId admin) throws IOException {
        var key = token.keep(EnvFile.value(file(), API_TOKEN), admin);
        EnvFile.write(file(), entries(account, page, key));
    }

    private Map<String, String> entries(MessagingAccount account, Page page, String key) {
        var entries = new LinkedHashMap<String, String>();
        entries.put("PARLEY_URL", publicUrl.of(""));
        entries.put("WEBHOOK_URL", publicUrl.of(account.callbackPath()));
        entries.put("VERIFY_TOKEN", account.verifyToken().reveal());
        entries.put("APP_ID", account.applicationId());
        entries.put("APP_SECRET", account.appSecret().reveal());
        entries.put("PAGE_ID", page.id());
        entries.put("PAGE_TOKEN", page.token());
        entries.put("GRAPH_URL", settings.simulatorUrl().toString());
        entries.put("SIMULATOR_URL", settings.simulatorUrl().toString());
        entries.put(API_TOKEN, key);
        putSignIn(entries, "ADMIN", DemoUsers.ADMIN);
        putSignIn(entries, "AGENT", DemoUsers.AGENT);
        putSignIn(entries, "COLLEAGUE", DemoUsers.COLLEAGUE);
        putSignIn(entries, "SUPERVISOR", DemoUsers.SUPERVISOR);
        return entries;
    }

    private static void putSignIn(Map<String, String> entries, String role, DemoUsers.Person who) {
        entries.put(role + "_USER", who.signInName());
        entries.put(role + "_PASSWORD", who.password());
    }
}
