import type { RouteTable } from '../route.ts'

const article = { kind: 'article' } as const
const story = { kind: 'story' } as const
const lines = ['application/jsonl', 'application/x-ndjson', 'text/plain']

/** Articles: their text, what was found in it, and people's corrections. */
export const articleRoutes = {
  find_page: 'GET /articles',
  add_article: 'POST /articles',
  get_article: { at: 'GET /articles/{id}', without: ['reads'] },
  compare_revisions: 'GET /articles/{id}/changes',
  get_text_report: 'GET /articles/{id}/text-report',
  report_text: 'PUT /articles/{id}/text-report',
  withdraw_text_report: { at: 'DELETE /text-reports/{id}', answers: 'done' },
  read_page: 'POST /pages',
  get_kept_page: { at: 'GET /articles/{id}/kept-page', answers: 'file' },
  get_citation: 'GET /documents/{documentId}/citation',
  get_picture: [
    { at: 'GET /articles/{of.articleId}/pictures/{key}', answers: 'picture' },
    { at: 'GET /entries/{of.entryId}/pictures/{key}', answers: 'picture' },
  ],
  get_translation: { at: 'GET /articles/{id}/translations/{to}', without: ['reads'] },
  translate_article: 'POST /articles/{id}/translations',
  get_recording: [
    { at: 'GET /articles/{id}/recording', fixed: article, answers: 'recording' },
    { at: 'GET /stories/{id}/recording', fixed: story, answers: 'recording' },
    { at: 'GET /articles/{id}/recording/sound', fixed: article, answers: 'sound' },
    { at: 'GET /stories/{id}/recording/sound', fixed: story, answers: 'sound' },
  ],
  record_aloud: [
    { at: 'POST /articles/{id}/recording', fixed: article },
    { at: 'POST /stories/{id}/recording', fixed: story },
  ],
  list_quotes: 'GET /quotes',
  check_quotation: 'GET /quotes/checks',
  check_text: 'POST /text-checks',
  pack_check: { at: 'POST /text-checks/pack', answers: 'file' },
  list_doubtful_quotes: 'GET /quotes/doubtful',
  correct_name: 'POST /articles/{articleId}/corrections/name',
  correct_quote: 'POST /articles/{articleId}/corrections/quote',
  correct_words: 'POST /articles/{articleId}/corrections/words',
  list_corrections: 'GET /corrections',
  remove_correction: 'DELETE /corrections/{id}',
  get_labels: 'GET /labels',
  export_labels: 'GET /labels/export',
  import_labels: { at: 'POST /labels/imports', raw: { field: 'text', mediaTypes: lines } },
} as const satisfies RouteTable
