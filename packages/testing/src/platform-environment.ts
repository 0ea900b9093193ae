/** What lets a test core read every platform of a sandbox, and connect the channels of owners there. */
export function platformEnvironment(sandboxUrl: string): Readonly<Record<string, string>> {
  return {
    EGRESS_ORIGINS: sandboxUrl,
    EGRESS_HOSTS: `mastodon.example=${sandboxUrl},other.example=${sandboxUrl}`,
    YOUTUBE_API_URL: sandboxUrl,
    YOUTUBE_API_KEY: "yt_test_key",
    BLUESKY_API_URL: `${sandboxUrl}/bluesky`,
    INSTAGRAM_GRAPH_URL: `${sandboxUrl}/facebook`,
    INSTAGRAM_ACCOUNT_ID: "17841400000000000",
    INSTAGRAM_TOKEN: "ig_test_token",
    INSTAGRAM_APP_ID: "ig_app",
    INSTAGRAM_APP_SECRET: "ig_test_secret",
    INSTAGRAM_LOGIN_URL: `${sandboxUrl}/instagram`,
    INSTAGRAM_CODE_URL: `${sandboxUrl}/instagram`,
    INSTAGRAM_API_URL: `${sandboxUrl}/instagram`,
    TIKTOK_CLIENT_KEY: "tt_app",
    TIKTOK_CLIENT_SECRET: "tt_test_secret",
    TIKTOK_LOGIN_URL: `${sandboxUrl}/tiktok`,
    TIKTOK_API_URL: `${sandboxUrl}/tiktok`,
    X_BEARER_TOKEN: "x_test_token",
    X_API_URL: `${sandboxUrl}/x`,
    TWITCH_CLIENT_ID: "tw_client",
    TWITCH_CLIENT_SECRET: "tw_test_secret",
    TWITCH_LOGIN_URL: `${sandboxUrl}/twitch`,
    TWITCH_API_URL: `${sandboxUrl}/twitch`,
  };
}
