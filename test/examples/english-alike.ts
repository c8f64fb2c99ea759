import type { InterfaceLanguage } from '../../src/web/reader.ts'

/** Texts a language has in common with English; a new one here is either such a word or untranslated. */
export const alike: Readonly<Record<Exclude<InterfaceLanguage, 'en'>, string>> = {
  ar: '',
  de: 'System|URL|Feeds|Server|Pause|A–Z|Cookie|Webhook|Format|Test|optional|Token|Video|Link|Version|Sport|Navigation|Story|Name|Text|in|Podcast|Host|Port|Feed|Details|Original|Sepia|Passkeys|Passkey|Code|Browser|Name (optional)|Backups|Status|Person|URLs|Hindi|Export|Import|Apps',
  es: 'Embargo|original|audio|Feeds|Cookie|Webhook|API|Token|Feed|Original|Sepia|No|% original',
  fr: 'Embargo|Sources|note|notes|Format|original|article|audio|newsletter|opinion|Versions|Articles|Point|Dates|Discussion|Notes|A–Z|Pages|source|Service|API|Sport|Culture|Newsletters|Article|Date|Source|Original|Code|Mentions|Page|Part|version|minutes|Large|copies|points|% original',
}
