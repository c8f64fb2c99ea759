import type { Context, Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { type PreferenceName, preferenceNames } from '../../core/preferences.ts'
import { setPreferences } from '../../operations/accounts/preferences.ts'
import { type Form, readForm, texts } from '../form.ts'
import { mayMark } from '../layout/forms.ts'
import { badRequest, noStore } from '../no-store.ts'
import type { Reader } from '../reader.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { signInPath } from '../require-sign-in.ts'
import { safePath } from '../safe-path.ts'
import { advancedPage } from './pages/advanced-settings.ts'
import { dataPage } from './pages/import-export.ts'
import { listSettingsPage, settingsPage } from './pages/settings.ts'

/** The pages of the settings that no other room has, and the form that saves any preference. */
export function settingsRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  get('/settings', (context, reader) => settingsPage(reader, isSaved(context)))
  get('/settings/list', (context, reader) => listSettingsPage(reader, isSaved(context)))
  get('/settings/data', (_context, reader) => dataPage(reader))
  get('/settings/advanced', (_context, reader) => advancedPage(reader))

  web.post('/settings', async (context) => {
    const form = await readForm(context)
    const preferences = form && chosenIn(form)
    const changed = preferences && (await run(context, setPreferences, { preferences }))
    if (!changed) return badRequest(context, options)
    // The browser's own setting would otherwise override the new value.
    for (const name of ['theme', 'language'] as const)
      if (preferences[name] !== undefined) deleteCookie(context, name, { path: '/' })
    return context.redirect(`${safePath(texts(form, 'back')[0], '/settings').replace(/[?#].*/, '')}?saved=1`, 303)
  })

  function get(path: string, page: (context: Context, reader: Reader) => string | Promise<string>) {
    web.get(path, async (context) => {
      const reader = { ...readerOf(context, options), path }
      // A guest has no settings but the look, which the browser keeps.
      if (path !== '/settings' && !mayMark(reader)) return context.redirect(signInPath(context), 303)
      context.header('Vary', 'Accept-Language, Cookie')
      return context.html(await page(context, reader), 200, noStore)
    })
  }
}

function isSaved(context: Context): boolean {
  return context.req.query('saved') === '1'
}

/** The fields of a form that are preferences. Of two values of a switch the last one counts. */
function chosenIn(form: Form): Partial<Record<PreferenceName, string>> {
  return Object.fromEntries(
    preferenceNames.flatMap((name) => {
      const value = texts(form, name).at(-1)?.trim()
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
