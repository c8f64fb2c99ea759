import { defaultPreferences, isPreference, type Preferences } from '../core/preferences.ts'
import { mayActAs, type Role } from '../core/reader-identity.ts'
import { listAccounts } from '../operations/accounts/list-accounts.ts'
import { getMyAccount } from '../operations/accounts/my-account.ts'
import { getPreferences, setPreferences } from '../operations/accounts/preferences.ts'
import { markAllRead } from '../operations/articles/mark-entries.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { jsonResponse, noContent, notFound, problem, viewResponse } from './answer.ts'
import { type Call, fieldsOf, type Route } from './call.ts'
import { numberOf } from './shapes.ts'

/** An account. Settings we don't have get Miniflux's defaults. */
function user(
  { id, name, role }: { readonly id: string; readonly name: string; readonly role: Role },
  chosen: Preferences = defaultPreferences,
) {
  return {
    id: numberOf(id),
    username: name || id,
    is_admin: role === 'owner',
    theme: `${chosen.theme === 'auto' ? 'system' : chosen.theme}_${chosen.typeface === 'serif' ? 'serif' : 'sans_serif'}`,
    language: languages[chosen.language],
    timezone: chosen.timeZone || 'UTC',
    entry_sorting_direction: chosen.riverOrder === 'oldest' ? 'asc' : 'desc',
    entry_sorting_order: 'published_at',
    categories_sorting_order: 'alphabetical',
    stylesheet: '',
    custom_js: '',
    external_font_hosts: '',
    google_id: '',
    openid_connect_id: '',
    entries_per_page: 100,
    keyboard_shortcuts: chosen.keys === 'on',
    show_reading_time: true,
    entry_swipe: true,
    gesture_nav: 'tap',
    last_login_at: null,
    display_mode: 'standalone',
    default_reading_speed: 265,
    cjk_reading_speed: 500,
    default_home_page: 'unread',
    mark_read_on_view: false,
    mark_read_on_media_player_completion: false,
    media_playback_rate: 1,
    block_filter_entry_rules: '',
    keep_filter_entry_rules: '',
    always_open_external_links: false,
    open_external_links_in_new_tab: true,
  }
}

const languages: Readonly<Record<Preferences['language'], string>> = {
  auto: 'en_US',
  en: 'en_US',
  de: 'de_DE',
  es: 'es_ES',
  fr: 'fr_FR',
  ar: 'ar_SA',
}

/** Settings to change; `unusable` names the field of an invalid value. */
function chosenIn(fields: Readonly<Record<string, unknown>>): {
  readonly preferences: Readonly<Record<string, string>>
  readonly unusable?: string
} {
  const preferences: Record<string, string> = {}
  for (const [field, read] of Object.entries(readers)) {
    const value = fields[field]
    if (value === undefined || value === null) continue
    const chosen = read(value)
    if (chosen === undefined) return { preferences: {}, unusable: field }
    Object.assign(preferences, chosen)
  }
  return { preferences }
}

type Chosen = Readonly<Record<string, string>> | undefined

const readers: Readonly<Record<string, (value: unknown) => Chosen>> = {
  theme: (value) => {
    const [, look, face] = /^(light|dark|system)_(sans_)?serif$/.exec(String(value)) ?? []
    if (look === undefined) return undefined
    return { theme: look === 'system' ? 'auto' : look, typeface: face === undefined ? 'serif' : 'sans' }
  },
  language: (value) => {
    const language = String(value).slice(0, 2)
    return isPreference('language', language) ? { language } : undefined
  },
  timezone: (value) => (typeof value === 'string' ? { timeZone: value } : undefined),
  entry_sorting_direction: (value) =>
    value === 'asc' || value === 'desc' ? { riverOrder: value === 'asc' ? 'oldest' : 'newest' } : undefined,
  keyboard_shortcuts: (value) => (typeof value === 'boolean' ? { keys: value ? 'on' : 'off' } : undefined),
}

/** The reader's account; for the owner, all accounts. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/me', run: me },
  { method: 'GET', path: '/users', run: list },
  { method: 'GET', path: '/users/:id', run: (call) => find(call, ({ id }) => String(id) === call.path[0]) },
  { method: 'GET', path: '/users/:name', run: (call) => find(call, ({ username }) => username === call.path[0]) },
  { method: 'PUT', path: '/users/:id', run: change },
  { method: 'PUT', path: '/users/:id/mark-all-as-read', run: markRead },
  { method: 'GET', path: '/api-keys', run: keys },
]

async function me({ context }: Call): Promise<Response> {
  return viewResponse(await runForProgram(context, getPreferences, {}), (chosen) =>
    jsonResponse(user(context.reader, chosen)),
  )
}

async function list({ context }: Call): Promise<Response> {
  return viewResponse(await runForProgram(context, listAccounts, {}), ({ accounts }) =>
    jsonResponse(accounts.map((one) => user(one))),
  )
}

/** Lookup by number or name is for the owner only; everybody else has `/me`. */
async function find(call: Call, isWanted: (one: ReturnType<typeof user>) => boolean): Promise<Response> {
  if (mayActAs(call.context.reader.role, 'owner') && isWanted(user(call.context.reader))) return me(call)
  return viewResponse(await runForProgram(call.context, listAccounts, {}), ({ accounts }) => {
    const found = accounts.map((one) => user(one)).find(isWanted)
    return found ? jsonResponse(found) : notFound()
  })
}

/** Changes display and sorting; only a person can change name, password or role. */
async function change(call: Call): Promise<Response> {
  if (!isOwn(call)) return problem(403, 'An account is changed by its reader alone')
  const fields = fieldsOf(call)
  if (!fields) return problem(400, 'The body is not an object in JSON')
  const kept = ['username', 'password', 'is_admin'].find((name) => fields[name] !== undefined && fields[name] !== null)
  if (kept !== undefined) return problem(403, `Only a person may change ${kept}, on the page of their account`)
  const code = ['custom_js', 'stylesheet', 'external_font_hosts'].find((name) => fields[name] && fields[name] !== '')
  if (code !== undefined)
    return problem(400, `Pages here take no ${code}: they load nothing from elsewhere and run no code of a setting`)
  const { preferences, unusable } = chosenIn(fields)
  if (unusable !== undefined) return problem(400, `There is no such ${unusable}`)
  return viewResponse(await runForProgram(call.context, setPreferences, { preferences }), async () =>
    viewResponse(await runForProgram(call.context, getPreferences, {}), (chosen) =>
      jsonResponse(user(call.context.reader, chosen), 201),
    ),
  )
}

async function markRead(call: Call): Promise<Response> {
  if (!isOwn(call)) return problem(403, 'What somebody has read is theirs alone')
  return viewResponse(await runForProgram(call.context, markAllRead, {}), noContent)
}

/** The list of tokens. Their values are shown only once, where they were created. */
async function keys({ context }: Call): Promise<Response> {
  const userId = numberOf(context.reader.id)
  return viewResponse(await runForProgram(context, getMyAccount, {}), ({ tokens }) =>
    jsonResponse(
      tokens.map(({ id, name, createdAt, seenAt }) => ({
        id: numberOf(id),
        user_id: userId,
        token: '',
        description: name,
        last_used_at: seenAt ?? null,
        created_at: createdAt,
      })),
    ),
  )
}

function isOwn({ context, path }: Call): boolean {
  return String(numberOf(context.reader.id)) === path[0]
}
