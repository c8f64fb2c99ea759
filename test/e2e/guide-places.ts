/**
 * For each page of the guide, the addresses it speaks of and the labels it says are there, on the demo. `STORY` and `ARTICLE` are its top
 * story and an article of it; `=checked` is the page of that name of the example views, for a state that the demo isn't in.
 */
export const labels: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'accounts.md': {
    '=set-up': ['Only me on this machine'],
    STORY: ['Public link'],
    '/settings/links/new?story=STORYID': ['Allow embedding on other sites'],
    '/settings/data': ['All your data'],
  },
  'adding-sources.md': {
    '/': ['Add feeds'],
    '/feeds?feed=1': ['Feed settings', 'Parked', 'View options', 'Newest first', 'Oldest first'],
    '/add': ['Create a feed from a web page'],
    '=page-feed': ['Preview again'],
  },
  'alerts.md': {
    '=alert-settings': [
      'Send a test now',
      'Watch something you follow',
      'Share with everyone here',
      'Take it',
      'Give it back',
    ],
    '/settings/send': ['Articles I save', 'My alerts'],
    '=sendings': ['Retry'],
    '/feeds': ['Manage feeds'],
    ARTICLE: ['Send to…'],
  },
  'app.md': {
    '/settings/advanced': ['Remove all'],
    '/settings': ['Show', 'On tap', 'Never'],
    '=story': ['Copy link', 'Listen', 'Make recording'],
    ARTICLE: ['Feed version'],
  },
  'article-text.md': {
    EDITED: ['Report a problem with the text', 'Versions'],
    '/sources/1': ['Edited after publication'],
    '/server': ['Reported texts'],
    '/articles/ARTICLEID/text': ['Send report'],
    '=told-desk': ['Review', 'Withdraw'],
    '=told-page': ['Suggest a rule', 'Save rule'],
  },
  'asking.md': {
    '/': ['Ask'],
    '/ask': ['Check a text'],
    '/ask?q=why+was+the+dam': ['Search in', 'Answer'],
    '/ask?q=zeppelin+over+atlantis': ['Nothing found'],
    '=no-answer': ['Closest passages'],
    '=answer': ['Write an answer'],
    '/check': ['Check'],
    '=checked': [
      'Word for word',
      'Different words',
      'Words left out',
      'Another speaker',
      'In an article, not as a quotation',
      'Not in the articles here',
      'Evidence pack',
    ],
  },
  'day.md': {
    '/settings/brief': ['Send my brief by mail', 'Account & sign-in'],
    '/sources': ['Compare two outlets'],
    '/sources/1': ['Reported first', 'Typical delay', 'Compare with…'],
  },
  'feed-reader-apps.md': {
    '/settings/tokens': ['Read and mark'],
    '/settings/apps': ['Browser extension', 'Allow the older Fever sign-in'],
  },
  'importing.md': {
    '/settings/import': [
      'Move from another reader',
      'Save page',
      'Save to Twosource',
      'Transcript of a recording',
      'URL of the recording',
      'Import',
    ],
    '/data': ['Download', 'Include the words'],
    '/sources/1': ['Download data'],
    '/': ['Feed'],
    '/settings/feeds': ['Create URL'],
    '=feeds-out': ['Yes, disable this URL'],
  },
  'languages.md': {
    ARTICLE: ['Translate…'],
    '=not-translated': ['Translate to …'],
    '=translated': ['Show original', 'Side by side'],
    '=translation-stopped': ['Translate again'],
    '/settings/translation': ['Never', 'When I ask', 'Always', 'Translator'],
    '=translation-settings': ['Test'],
  },
  'marks.md': {
    '/': ['Following', 'Library'],
    '/library': ['History'],
    '/settings/rules': ['New rule'],
    ARTICLE: ['Make a rule…', 'Send to'],
    '/settings/rules/new': ['Feed', 'Title contains', 'Mark as read', 'Preview', 'Save rule', 'Stop here'],
    RULE: ['Apply to the last 30 days', 'What it did'],
  },
  'mcp.md': { '/settings/tokens': ['Read', 'Read and mark'] },
  'models.md': {
    '/settings/model': ['Find models', 'Limits and semantic search'],
    '=model-settings': ['Test the model'],
    '=nothing-found': ['Also close in meaning'],
  },
  'newsletters.md': {
    '=newsletters': ['Newsletters', 'Create an address', 'Include again'],
    '=newsletter-letter': ['Unsubscribe at', 'From'],
  },
  'pages.md': { ARTICLE: ['Text settings', 'Focus mode'] },
  'politeness.md': { '/feeds': ['Refresh'] },
  'running.md': { '/settings': ['Server'] },
  'settings.md': { '/': ['Settings'], '/settings': ['Server'] },
  'start.md': {
    '=set-up': ['Only me on this machine'],
    '/': ['Add feeds', 'Today', 'Feeds', 'Settings'],
    '/feeds': ['View options', 'Mark above as read', 'Select'],
  },
  'stories.md': {
    '/server': ['Who said it?'],
    ARTICLE: ['Correct speakers'],
    'STORY/coverage': [
      'Why these articles are together',
      'Not this story…',
      'Not included',
      'Unclear',
      'Evidence pack',
      'Export',
    ],
    STORY: ['Split, merge or correct', 'Audit'],
  },
}

/** Labels of a state that neither the demo nor the examples are in, and the file that shows them then. */
export const labelsElsewhere: Readonly<Record<string, string>> = {
  'Use the shared feed': 'src/web/feeds/parts/own-headers.ts',
  'Edit the rule': 'src/web/feeds/parts/page-feed-link.ts',
  'Found by plugins': 'src/web/articles/parts/plugin-findings.ts',
  Share: 'src/web/client/share-page.js',
  Desk: 'src/web/layout/places.ts',
  'Put on the desk': 'src/web/stories/parts/story-frame.ts',
  Mine: 'src/web/desk/pages/desk.ts',
  Activity: 'src/web/desk/pages/desk.ts',
  Stop: 'src/web/client/read-aloud.js',
  'changed since': 'src/web/layout/citation-link.ts',
  'no longer online': 'src/web/layout/citation-link.ts',
  withdrawn: 'src/web/layout/citation-link.ts',
  'Send instant updates': 'src/web/feeds/pages/feed-addresses.ts',
}

/** Commands as the guide prints them, what they are run with here, and what they print. */
export const commands: readonly (readonly [printed: string, run: string, prints: RegExp])[] = [
  ['account link', 'account link', /http:\/\/127\.0\.0\.1:\d+\/setup\?token=/],
  ['add --headers FILE URL', 'add --headers HEADERS FEED', /: 0 added, 1 already there/],
  ['arrange STORY', 'arrange STORY', /^ {2}1 {2}\S/m],
  ['ask "Why was Quillbeck evacuated?"', 'ask "Why was Quillbeck evacuated?"', /Quillbeck[\s\S]*\[1\]/],
  ['brief', 'brief', /^1\. \S/m],
  ['check draft.txt', 'check draft.txt', /not in the articles here: “the moon/],
  ['doctor', 'doctor', /✓ Store \(sqlite/],
  [
    'export data quotations --person "Gwen Aldous" --as parquet --out FILE',
    'export data quotations --person "Gwen Aldous" --as parquet --out COPY/said.parquet',
    /said\.parquet is written/,
  ],
  ['export opml', 'export opml', /<opml/],
  ['export story ID --as FORMAT', 'export story STORY --as md', /^# [\s\S]*^## In brief/m],
  ['help account', 'help account', /^Usage: twosource account/],
  ['help arrange', 'help arrange', /--into STORY/],
  ['help ask', 'help ask', /--folder NAME/],
  ['import FILE…', 'import feeds.opml', /: 0 added, 1 already there/],
  [
    'import talk.vtt --recording https://pod.example/7.mp3 --outlet "Mole Radio" --title "On the pier" --at 2026-03-16',
    'import talk.vtt --recording https://pod.example/7.mp3 --outlet "Mole Radio" --title "On the pier" --at 2026-03-16',
    /✓ Mole Radio: On the pier/,
  ],
  ['label', 'label', /\(\d+ %\)/],
  ['label ARTICLE', 'label ARTICLE', /^ {2}1 {2}“/m],
  ['label ARTICLE 3 --speaker "Anna Berg"', 'label ARTICLE 1 --speaker "Anna Berg"', /: Anna Berg/],
  ['label --export labels.jsonl', 'label --export labels.jsonl', /^1 label in/],
  [
    'copy-store --from ~/.local/share/twosource/twosource.db --to ~/.local/share/twosource/twosource.db.remade',
    'copy-store --from COPY/twosource.db --to COPY/twosource.db.remade',
    /document +\d+/,
  ],
  [
    'restore ~/.local/share/twosource/twosource.db.remade',
    'restore COPY/twosource.db.remade',
    /twosource\.db\.before-/,
  ],
]

/** Commands that are run by a test of their own. */
export const commandsElsewhere: Readonly<Record<string, string>> = {
  demo: 'test/e2e/twelve-tasks.test.ts',
  'serve --only-me': 'test/e2e/walk-through.test.ts',
  'serve --roles none': 'test/integration/workers.slow.test.ts',
  'worker --roles fetch,analyze,story,tell': 'test/integration/workers.slow.test.ts',
  'account password': 'test/integration/account-command.slow.test.ts',
  'account password NAME': 'test/integration/account-command.slow.test.ts',
  'doctor --network': 'src/cli/doctor-network.test.ts',
  move: 'test/integration/move.slow.test.ts',
  'move --from miniflux --user ada https://rss.example.org': 'test/integration/move-other-readers.test.ts',
  'restore /backup/twosource-2026-03-17T10-00-00Z.db': 'test/integration/restore.slow.test.ts',
  'copy-store --from ~/.local/share/twosource/twosource.db --to postgres://user@host/name':
    'test/integration/copy-store.slow.test.ts',
  'copy-store --from postgres://user@host/name --to ./twosource.db': 'test/integration/copy-store.slow.test.ts',
}

/** Addresses of the guide that a person signed in here isn't shown, or that aren't addresses of this server, and what they answer. */
export const otherAddresses: Readonly<Record<string, number | string>> = {
  '/metrics': 404,
  '/mcp': 405,
  '/.well-known/oauth-*': 'test/integration/below-path.test.ts',
  '/setup?token=…': 'the page =set-up above',
  '/api/v1': 'the beginning of addresses',
  '/my-brief/…': 'test/integration/brief-mail.slow.test.ts',
  '/websub/…': 'test/integration/websub.test.ts',
  '/v1': 'test/integration/miniflux.test.ts',
  '/v1/embeddings': 'of a model server',
  '/cfg/<key>': 'of an Apprise server',
  '/data': 'a folder',
  '/etc/default/twosource': 'a file',
  '/var/lib/twosource': 'a folder',
  '/articles/ID/page.warc.gz': 'test/integration/kept-pages.test.ts',
  '/brief.wav': 'test/integration/store-telling.test.ts',
  '/brief/podcast.rss': 'test/integration/store-telling.test.ts',
}
