package dev.parley.browser;

/// The words on the screens, first as the page *Configure a Facebook channel* has them in zh-TW,
/// then in English.
enum Label {
    CUSTOMER_SUPPORT("客戶支援", "Customer support"),
    CHANNELS("管道", "Channels"),
    MESSAGING_ACCOUNTS("傳訊帳戶", "Messaging accounts"),
    MANAGE("管理", "Manage"),
    ACCOUNTS_AND_CHANNELS("帳戶和管道", "Accounts and channels"),
    NEW_ACCOUNT("新增帳戶", "New account"),
    CHANNEL_DETAILS("管道詳細資料", "Channel details"),
    NAME("名稱", "Name"),
    CHANNEL("管道", "Channel"),
    ADD_ACCOUNT("新增帳戶", "Add account"),
    APPLICATION_ID("應用程式識別碼", "Application ID"),
    APPLICATION_SECRET("應用程式祕密", "Application secret"),
    ADD_PAGES("將 Facebook 頁面新增至此帳戶", "Add Facebook pages to this account"),
    ADD("新增", "Add"),
    ADD_PAGE("新增 Facebook 頁面", "Add Facebook page"),
    PAGE_NAME("頁面名稱", "Page name"),
    PAGE_ID("頁面辨識碼", "Page ID"),
    PAGE_TOKEN("頁面存取權杖", "Page access token"),
    CALLBACK_INFORMATION("回撥資訊", "Callback information"),
    CALLBACK_URL("回撥 URL", "Callback URL"),
    VERIFY_TOKEN("驗證權杖", "Verify token"),
    ACCOUNT_SETTINGS("帳戶設定", "Account settings"),
    FACEBOOK_PAGES("Facebook 頁面", "Facebook pages"),
    PROVISIONING_STATE("佈建狀態", "Provisioning state"),
    RUNNING("執行中", "Running"),
    WORKSTREAMS("工作流", "Workstreams"),
    SET_UP_FACEBOOK("設定 Facebook", "Set up Facebook"),
    FACEBOOK_PAGE("Facebook 頁面", "Facebook page"),
    LANGUAGE("語言", "Language"),
    BEHAVIORS("行為", "Behaviors"),
    USER_FEATURES("使用者功能", "User features"),
    FILE_ATTACHMENTS("檔案附件", "File attachments"),
    CUSTOMER("客戶", "For customers"),
    AGENT("專員", "For agents"),
    MESSAGE_TAG("Facebook 訊息標籤", "Facebook message tag"),
    YES("是", "Yes"),
    SUMMARY("摘要", "Summary"),
    CREATE("建立", "Create"),

    // Labels that the page does not name: it uses "save" and "add", or continues without naming
    // one.
    NEXT("下一步", "Next"),
    SAVE("儲存", "Save"),
    NEW_WORKSTREAM("新增工作流", "New workstream"),
    BACK("返回", "Back"),
    SAVE_PAGE("新增頁面", "Add page"),
    QUEUES("佇列", "Queues"),
    NEW_QUEUE("新增佇列", "New queue"),
    WORK_DISTRIBUTION("工作發佈", "Work distribution"),
    SETTINGS("設定", "Settings"),
    DELETE("刪除", "Delete"),
    REMOVE_PAGE("移除頁面", "Remove page"),
    DELETE_ACCOUNT("刪除帳戶", "Delete account");

    private final String chinese;
    private final String english;

    Label(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String in(String language) {
        return language.equals("zh-TW") ? chinese : english;
    }
}
