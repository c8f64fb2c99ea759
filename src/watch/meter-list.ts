import type { Meter, Meters } from './meters.ts'

const quick = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * All metrics at /metrics. None reveals who reads or what: labels are route patterns, kinds, states and results, of which there
 * are few. Server-wide figures come from the database and are equal for all its processes.
 */
export const meterList = {
  twosource_build_info: { kind: 'gauge', help: 'Which program runs.', labels: ['version', 'node', 'dialect'] },
  twosource_ready: { kind: 'gauge', help: 'Whether /readyz reports ready: 1 or 0.' },
  twosource_failing_loops: { kind: 'gauge', help: 'Loops of the background work that keep failing.' },
  twosource_http_requests_total: {
    kind: 'counter',
    help: 'Requests answered.',
    labels: ['route', 'method', 'status'],
  },
  twosource_http_request_duration_seconds: {
    kind: 'histogram',
    help: 'How long it took until an answer began.',
    labels: ['route'],
    buckets: quick,
  },
  twosource_event_loop_lag_mean_seconds: { kind: 'gauge', help: 'How late timers came since this was last read.' },
  twosource_event_loop_lag_p99_seconds: { kind: 'gauge', help: 'How late one timer in a hundred came, at least.' },
  twosource_event_loop_lag_max_seconds: { kind: 'gauge', help: 'How late the latest timer came.' },
  twosource_fetches_total: {
    kind: 'counter',
    help: 'Requests to other servers by what came of them; refused-address: a private one, busy: 429 or 503.',
    labels: ['result'],
  },
  twosource_polls_total: {
    kind: 'counter',
    help: 'Feeds asked by what came of it; unchanged: mostly 304.',
    labels: ['result'],
  },
  twosource_entries_new_total: { kind: 'counter', help: 'New entries from polls.' },
  twosource_pages_read_total: { kind: 'counter', help: 'Articles read by what came of it.', labels: ['result'] },
  twosource_page_read_duration_seconds: {
    kind: 'histogram',
    help: 'How long a thread took to read an article.',
    buckets: quick,
  },
  twosource_articles_saved_total: { kind: 'counter', help: 'Articles and revisions given their story and kept.' },
  twosource_spans_total: { kind: 'counter', help: 'Spans of traces, sent or dropped.', labels: ['result'] },
  twosource_host_pauses: { kind: 'gauge', help: 'Hosts that asked this server to wait.' },
  twosource_jobs: { kind: 'gauge', help: 'Jobs in the database.', labels: ['kind', 'state'] },
  twosource_job_wait_seconds: { kind: 'gauge', help: 'How long the oldest due job of a kind waits.', labels: ['kind'] },
  twosource_nodes: {
    kind: 'gauge',
    help: 'Processes that reported within a minute, by their work.',
    labels: ['role'],
  },
  twosource_feeds: { kind: 'gauge', help: 'Feeds in the database.' },
  twosource_entries: { kind: 'gauge', help: 'Entries stored.' },
  twosource_articles: { kind: 'gauge', help: 'Articles stored.' },
  twosource_stories: { kind: 'gauge', help: 'Stories stored.' },
  twosource_model_calls_total: {
    kind: 'counter',
    help: 'Requests to the language model.',
    labels: ['use', 'result'],
  },
  twosource_model_tokens_total: {
    kind: 'counter',
    help: 'Tokens of the language model.',
    labels: ['use', 'direction'],
  },
  twosource_database_size_bytes: { kind: 'gauge', help: 'How large the database is.' },
  twosource_database_answer_seconds: { kind: 'gauge', help: 'How long the database took for one short read.' },
  twosource_backup_age_seconds: { kind: 'gauge', help: 'Age of the newest backup made here.' },
  twosource_disk_free_bytes: { kind: 'gauge', help: 'Space left on the disk of the data folder.' },
  process_cpu_seconds_total: { kind: 'counter', help: 'Time of the processor used.' },
  process_resident_memory_bytes: { kind: 'gauge', help: 'Memory in use.' },
  process_start_time_seconds: { kind: 'gauge', help: 'When this process began, since 1970.' },
  process_open_fds: { kind: 'gauge', help: 'Open files and connections.' },
  nodejs_heap_size_used_bytes: { kind: 'gauge', help: 'Memory of the program alone, without its threads.' },
} as const satisfies Readonly<Record<string, Meter>>

export type MeterName = keyof typeof meterList
export type OurMeters = Meters<MeterName>
