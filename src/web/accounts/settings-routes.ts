import type { Context, Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { isPreference, type PreferenceName, preferenceNames } from '../../core/preferences.ts'
import { getSettings, setPreferences } from '../../operations/accounts/preferences.ts'
import { type Form, readForm, text } from '../form.ts'
import { queryOf } from '../layout/links.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { type SettingsResult, settingsPage } from './pages/settings.ts'

const sectionName = /^[a-z]{1,20}$/

/** The settings: a page of forms, each of which saves its fields and returns to its section. */
export function settingsRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/settings', async (context) => show(context, resultIn(context.req.query())))

  web.post('/settings', async (context) => {
    const form = await readForm(context)
    const section = form && text(form, 'section')
    if (!form || !section || !sectionName.test(section)) return badRequest(context, options)
    const preferences = chosenIn(form)
    const zone = preferences.timeZone
    if (zone !== undefined && !isPreference('timeZone', zone)) return show(context, { badZone: zone }, 422)
    const changed = await run(context, setPreferences, { preferences })
    if (!changed) return badRequest(context, options)
    // The browser's own setting would otherwise override the new value.
    for (const name of ['theme', 'language'] as const)
      if (preferences[name] !== undefined) deleteCookie(context, name, { path: '/' })
    const was = changed.map(({ name, previous }) => `${name}:${previous}`).join(',')
    return context.redirect(`/settings${queryOf({ saved: section, was: was || undefined })}#${section}`, 303)
  })

  async function show(context: Context, result: SettingsResult, status: 200 | 422 = 200): Promise<Response> {
    const reader = { ...readerOf(context, options), path: '/settings' }
    context.header('Vary', 'Accept-Language, Cookie')
    return context.html(settingsPage(await run(context, getSettings, {}), reader, result), status, noStore)
  }
}

/** The fields of a form that are preferences. */
function chosenIn(form: Form): Partial<Record<PreferenceName, string>> {
  return Object.fromEntries(
    preferenceNames.flatMap((name) => {
      const value = text(form, name)?.trim()
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** What the URL says was saved; unknown names and values are ignored. */
function resultIn({ saved, was = '' }: Readonly<Record<string, string>>): SettingsResult {
  if (saved === undefined || !sectionName.test(saved)) return {}
  const pairs = was
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)] as const)
  return { section: saved, was: Object.fromEntries(pairs.filter(([name, value]) => isPreference(name, value))) }
}
