import type { RouteTable } from '../route.ts'

/** The server's status and administration. */
export const serverRoutes = {
  get_progress: 'GET /progress',
  get_house_audit: 'GET /house/audit',
  get_admin: 'GET /house',
  list_jobs: 'GET /house/jobs',
  retry_jobs: 'POST /house/jobs/retries',
  start_house_task: { at: 'POST /house/tasks', answers: 'nothing' },
  find_backup: { at: 'GET /house/backups/{name}', answers: 'backup' },
  remove_backup: { at: 'DELETE /house/backups/{name}', answers: 'done' },
  list_told: 'GET /house/told',
  get_told: 'POST /house/told/{id}/previews',
  close_told: { at: 'DELETE /house/told/{id}', answers: 'done' },
  save_article_rule: 'POST /house/told/{id}/rules',
  withdraw_article_rule: { at: 'DELETE /house/site-rules/{id}', answers: 'done' },
  list_accounts: 'GET /house/accounts',
  remove_feed_for_all: { at: 'DELETE /house/feeds/{id}', answers: 'nothing' },
  import_file: {
    at: 'POST /house/imports',
    without: ['onArticle'],
    raw: { field: 'bytes', mediaTypes: ['application/octet-stream'] },
  },
  get_discussion_switch: 'GET /house/discussion',
  set_discussion_switch: 'PUT /house/discussion',
  get_model_settings: 'GET /house/model',
  test_translator: 'POST /house/translator/tests',
  get_speech: 'GET /house/speech',
  try_speech: 'POST /house/speech/trials',
} as const satisfies RouteTable
