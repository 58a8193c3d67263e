package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTests {
    private static final String PROXY = "10.0.0.2";

    @Test
    void aNeighboursForwardedAddressIsTrusted() {
        assertThat(key(PROXY, "198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(key("127.0.0.1", "198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(key("::1", "198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(key(PROXY)).isEqualTo(PROXY);
    }

    @Test
    void aForeignForwardedAddressIsIgnored() {
        assertThat(key("203.0.113.1", "198.51.100.7")).isEqualTo("203.0.113.1");
    }

    @Test
    void onlyTheLastForwardedAddressCounts() {
        assertThat(key(PROXY, "192.0.2.1, 198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(key(PROXY, "192.0.2.1", "192.0.2.2 , 198.51.100.7 ")).isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "unknown",
                "localhost",
                "198.51.100.7,",
                "198.51.100.7:80",
                "198.51.100.7 x",
                "256.1.1.1",
                "2001:db8::g",
                "fe80::1%nowhere",
                "%00"
            })
    void invalidForwardedAddressesAreIgnored(String forwarded) {
        assertThat(key(PROXY, "192.0.2.1", forwarded)).isEqualTo(PROXY);
    }

    @Test
    void aSubscriberOfIpv6IsOne() {
        assertThat(key("2001:db8:0:1::1"))
                .isEqualTo(key("2001:db8:0:1:ffff::2"))
                .isEqualTo(key(PROXY, "2001:db8:0:1::3"))
                .isEqualTo("20010db800000001/64")
                .isNotEqualTo(key("2001:db8:0:2::1"));
        assertThat(key("::ffff:198.51.100.7")).isEqualTo("198.51.100.7");
    }

    @Test
    void ipv6InTheServersNotationIsRead() {
        assertThat(ClientAddress.literal("[2001:db8:0:1::1]").map(ClientAddress::key))
                .contains("20010db800000001/64");
    }

    @Test
    void neighboursAreOnThisMachineOrInItsNetwork() {
        for (var near : List.of("127.0.0.1", "::1", "10.1.2.3", "172.16.0.1", "192.168.1.1")) {
            assertThat(from(near).isNeighbour()).as(near).isTrue();
        }
        for (var far : List.of("8.8.8.8", "172.32.0.1", "2001:db8::1", "100.64.0.1")) {
            assertThat(from(far).isNeighbour()).as(far).isFalse();
        }
    }

    private static String key(String remote, String... lines) {
        return from(remote, lines).key();
    }

    private static ClientAddress from(String remote, String... lines) {
        return ClientAddress.of(InetAddress.ofLiteral(remote), List.of(lines));
    }
}
