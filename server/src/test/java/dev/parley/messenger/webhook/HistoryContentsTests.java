package dev.parley.messenger.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Attachment;
import dev.parley.channel.ChannelEvent.Found;
import dev.parley.channel.Content;
import dev.parley.channel.Content.Button;
import dev.parley.channel.Content.Card;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HistoryContentsTests {
    @Test
    void aVideoWithAPreviewIsNotAPicture() {
        assertThat(
                        read(
                                """
                                'attachments':{'data':[{'mime_type':'video/mp4','name':'garden.mp4',
                                  'image_data':{'url':'https://scontent.fbcdn.net/garden.jpg'},
                                  'video_data':{'url':'https://video.fbcdn.net/garden.mp4'}}]}
                                """))
                .isEqualTo(
                        new Content.Files(
                                null,
                                List.of(
                                        new Attachment(
                                                Attachment.Type.VIDEO,
                                                "https://video.fbcdn.net/garden.mp4",
                                                "garden.mp4"))));
    }

    @Test
    void aTemplateIsACard() {
        assertThat(
                        read(
                                """
                                'attachments':{'data':[{'generic_template':{'title':'Oolong',
                                  'subtitle':'New','media_url':'https://shop.example/o.png',
                                  'cta':{'title':'Look','url':'https://shop.example/o'}}}]}
                                """))
                .isEqualTo(
                        new Content.Cards(
                                null,
                                List.of(
                                        new Card(
                                                "Oolong",
                                                "New",
                                                "https://shop.example/o.png",
                                                null,
                                                List.of(
                                                        new Button(
                                                                "Look",
                                                                "https://shop.example/o"))))));
    }

    @Test
    void aLinkWithoutANameHasNone() {
        assertThat(
                        read(
                                """
                                'shares':{'data':[{'link':'https://shop.example','name':'',
                                  'description':null}]}
                                """))
                .isEqualTo(
                        new Content.Files(
                                null,
                                List.of(
                                        new Attachment(
                                                Attachment.Type.LINK,
                                                "https://shop.example",
                                                null))));
    }

    private static Content read(String fields) {
        var payload = "{'found':{'id':'m_1','message':'',%s}}".formatted(fields).replace('\'', '"');
        var event = HistoryContents.event(JsonMapper.shared().readTree(payload), Instant.EPOCH);
        return ((Found) event).content();
    }
}
