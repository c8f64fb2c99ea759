import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

/**
 * `JSON.parse` may end the whole process over a long text of others (`core/parse-json-of.ts`). Where it is called itself, the text is
 * ours or short: three letters make 62 bytes at most. What the store holds we wrote ourselves, and a browser ends only its own page.
 */
const bare: Readonly<Record<string, string>> = {
  'src/analyze/grammar/tagger.ts': 'a file of ours',
  'src/app/version.ts': 'a file of ours',
  'src/core/read-model.ts': 'a file of ours',
  'src/core/feed/page-rule.ts': 'we kept it',
  'src/delivery/recording-folder.ts': 'we kept it',
  'src/delivery/vapid.ts': 'we kept it',
  'src/operations/search/answer-writer.ts': 'we kept it',
  'src/operations/feeds/import-opml.ts': 'we kept it',
  'src/operations/accounts/program-clients.ts': 'we signed it',
  'src/operations/accounts/manage-codes.ts': 'we kept it',
  'src/operations/accounts/manage-passkeys.ts': 'we kept it',
  'src/operations/admin/active-model.ts': 'we kept it',
  'src/operations/notify/send-alerts.ts': 'we kept it',
  'src/operations/notify/deliver-sendings.ts': 'we kept it',
  'src/operations/library/share.ts': 'we kept it',
  'src/operations/accounts/sign-in-by-code.ts': 'we kept it',
  'src/operations/accounts/sign-in-by-passkey.ts': 'we kept it',
  'src/operations/accounts/sign-in-by-provider.ts': 'we kept it',
  'src/pipeline/imports/move/move-state.ts': 'we kept it',
  'src/pipeline/imports/read-import-apart.ts': 'a thread of ours wrote it',
  'src/credentials/passkey-parts.ts': '8 KB',
  'src/credentials/oidc.ts': 'part of an answer that the library has read',
  'src/delivery/senders/karakeep.ts': '64 KB',
  'src/delivery/senders/wallabag.ts': '64 KB',
  'src/feeds/bridge-feeds.ts': '500 KB',
  'src/greader/parameters.ts': '2 MB',
  'src/miniflux/call.ts': '1 MB',
  'src/operations/feeds/find-feeds.ts': '200 KB',
  'src/providers/libre-translate.ts': '256 KB of languages; of texts some times what was sent, a few thousand letters',
  'src/providers/model-fetch.ts': '4 KB',
  'src/providers/model-translator.ts': 'an answer of a model, in letters some times the tokens it may have',
  'src/check/read-objects.ts': 'an answer of a model, in letters some times the tokens it may have',
  'src/rest/read-input.ts': '1 MB',
  'src/web/accounts/sign-in-step-routes.ts': '50,000 letters',
}

test('JSON of others is read as such, where it may be long', () => {
  const files = globSync('src/**/*.ts').filter(
    (file) =>
      !file.endsWith('.test.ts') &&
      !/^src\/(?:store|web\/client)\//.test(file) &&
      file !== 'src/core/text/parse-json-of.ts',
  )
  const found = files.filter((file) => /\bJSON\.parse\(/.test(readFileSync(file, 'utf8')))
  assert.deepEqual(found.sort(), Object.keys(bare).sort(), 'a text of others is for parseJsonOf')
})
