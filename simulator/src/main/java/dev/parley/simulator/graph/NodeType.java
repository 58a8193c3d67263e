package dev.parley.simulator.graph;

import java.util.Optional;

/// A node type of Graph, with Meta's fields. The simulator fills some of them and omits the others,
/// as Meta omits empty fields; unknown fields are refused.
public enum NodeType {
    PAGE(
            "Page",
            """
            about access_token affiliation app_id attire best_page bio birthday business category
            category_list checkins company_overview connected_instagram_account contact_address
            conversations cover current_location custom_labels description description_html
            display_subtext emails engagement fan_count feed followers_count founded general_info
            global_brand_page_name global_brand_root_id has_added_app has_lead_access
            has_transitioned_to_new_page_experience has_whatsapp_business_number
            has_whatsapp_number hours id impressum instagram_business_account is_always_open
            is_chain is_community_page is_messenger_bot_get_started_enabled
            is_messenger_platform_bot is_owned is_permanently_closed is_published is_unclaimed
            is_verified is_webhooks_subscribed keywords leadgen_tos_accepted link location
            merchant_id messaging_feature_status messenger_profile mission mpg name
            name_with_location_descriptor new_like_count overall_star_rating owner_business
            page_token parent_page parking payment_options personas phone picture posts
            price_range privacy_info_url products promotion_eligible rating_count roles
            single_line_address store_number subscribed_apps talking_about_count tasks
            temporary_status unread_message_count unread_notif_count unseen_message_count
            username verification_status voip_info website were_here_count whatsapp_number
            """),
    USER(
            "User",
            """
            about accounts age_range birthday businesses cover email first_name gender hometown id
            ids_for_apps ids_for_business ids_for_pages install_type installed
            is_guest_user languages last_name link locale location middle_name name name_format
            permissions picture profile_pic short_name timezone token_for_business updated_time
            verified website
            """),
    PROFILE(
            "User",
            """
            custom_labels first_name gender id is_payment_enabled last_ad_referral last_name locale
            name profile_pic timezone
            """),
    APPLICATION(
            "Application",
            """
            app_domains app_name app_type category company contact_email created_time
            deauth_callback_url description icon_url id link logo_url name namespace
            owner_business privacy_policy_url subcategory subscribed_fields supported_platforms
            terms_of_service_url user_support_email website_url
            """),
    PERSONA("Persona", "id name profile_picture_url"),
    LABEL("PageLabel", "creation_time id name page page_label_name users"),
    CONVERSATION(
            "UnifiedThread",
            """
            can_reply folder former_participants id is_owner is_subscribed link linked_group
            message_count messages name participants scoped_thread_key senders snippet subject tags
            unread_count updated_time wallpaper
            """),
    MESSAGE(
            "UnifiedMessage",
            """
            attachments created_time from id is_unsupported message reactions reply_to shares
            sticker story tags thread_id to
            """);

    private final String name;
    private final String fields;

    NodeType(String name, String fields) {
        this.name = name;
        this.fields = " " + fields.replaceAll("\\s+", " ") + " ";
    }

    /// {@return why these fields are refused}
    Optional<GraphError> objection(FieldList wanted) {
        return wanted.fields().keySet().stream()
                .filter(field -> !fields.contains(" " + field + " "))
                .findFirst()
                .map(field -> GraphErrors.noField(field, name))
                .or(() -> inner(wanted));
    }

    private Optional<GraphError> inner(FieldList wanted) {
        return this == CONVERSATION && wanted.fields().containsKey("messages")
                ? MESSAGE.objection(wanted.fields().get("messages"))
                : Optional.empty();
    }
}
