package dev.parley.simulator.graph.page;

import java.util.Set;

/// The webhook fields of a page.
final class WebhookFields {
    static final Set<String> ALL =
            Set.of(
                    """
                    affiliation agent_messages agent_questions attire awards bio birthday
                    business_integrity call_permission_reply call_settings_update calls category
                    checkins comment_poll_response company_overview conversations culinary_team
                    current_location description email feature_access_list feed follow founded
                    general_info general_manager group_feed hometown hours inbox_labels
                    invalid_topic_placeholder leadgen leadgen_fat live_videos local_delivery
                    location marketing_message_clicks marketing_message_deliveries
                    marketing_message_delivery_failed marketing_message_echoes
                    marketing_message_reads marketing_messages_subscriber_upload_status
                    mcom_invoice_change members mention merchant_review message_context
                    message_deliveries message_echoes message_edits message_mention
                    message_reactions message_reads message_template_status_update messages
                    messaging_account_linking messaging_appointments messaging_checkout_updates
                    messaging_customer_information messaging_direct_sends
                    messaging_fblogin_account_linking messaging_feedback messaging_game_plays
                    messaging_handovers messaging_in_thread_lead_form_submit messaging_integrity
                    messaging_optins messaging_optouts messaging_payments
                    messaging_policy_enforcement messaging_postbacks messaging_pre_checkouts
                    messaging_referrals messaging_seen mission name page_about_story
                    page_change_proposal page_upcoming_change parking payment_options
                    payment_request_update personal_info personal_interests phone picture
                    price_range product_review products public_transit publisher_subscriptions
                    ratings registration response_feedback send_cart standby story_poll_response
                    story_share user_action video_text_question_responses videos website
                    """
                            .strip()
                            .split("\\s+"));

    private WebhookFields() {}
}
