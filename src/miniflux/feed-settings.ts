/** What Miniflux keeps for one feed and is set for all feeds here, or not at all. */
const settings = [
  'site_url',
  'description',
  'scraper_rules',
  'rewrite_rules',
  'urlrewrite_rules',
  'blocklist_rules',
  'keeplist_rules',
  'block_filter_entry_rules',
  'keep_filter_entry_rules',
  'crawler',
  'user_agent',
  'cookie',
  'username',
  'password',
  'disabled',
  'no_media_player',
  'ignore_http_cache',
  'allow_self_signed_certificates',
  'fetch_via_proxy',
  'disable_http2',
  'hide_globally',
  'proxy_url',
] as const

type Settings = { readonly [Name in (typeof settings)[number]]: string | boolean }

/** The first setting that a body changes and that cannot be set; `now`: how the feed is told to be, absent for a new one. */
export function feedSettingIn(fields: Readonly<Record<string, unknown>>, now?: Settings): string | undefined {
  return settings.find((name) => {
    const given = fields[name]
    if (given === undefined || given === null) return false
    return now === undefined ? given !== '' && given !== false : given !== now[name]
  })
}

/** Why it is refused. */
export function foreignSetting(name: string): string {
  return `${name} cannot be set for one feed here. Leave it out: nothing was changed.`
}
