import { problem } from './answer.ts'
import type { Route } from './call.ts'

const missing: readonly (readonly [Route['method'], string, string])[] = [
  ['POST', '/users', 'Only a person may let somebody in'],
  ['DELETE', '/users/:id', 'Only a person may remove an account'],
  ['POST', '/api-keys', 'Only a person may make a token, on the page of their account'],
  ['DELETE', '/api-keys/:id', 'Only a person may revoke a token, on the page of their account'],
  ['PUT', '/entries/:id', 'What a feed delivered is not rewritten: what is cited must stay as it was'],
  ['POST', '/feeds/:id/entries/import', 'An entry comes from its feed: nothing is put among what it delivered'],
]

/** The routes of Miniflux that are not here, each with why: an app is told instead of finding nothing. */
export const missingRoutes: readonly Route[] = missing.map(([method, path, why]) => ({
  method,
  path,
  run: () => problem(403, why),
}))
