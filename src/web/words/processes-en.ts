/** The words of the processes at work. */
export type ProcessesWords = {
  readonly section: string
  readonly note: string
  readonly machine: string
  readonly work: string
  readonly version: string
  readonly since: string
  readonly beat: string
  readonly lanes: string
  readonly none: string
  readonly unattended: (works: string) => string
  readonly failing: (loops: string) => string
  readonly silent: string
  /** Each part of the work. */
  readonly works: Readonly<Record<'serve' | 'fetch' | 'analyze' | 'story' | 'tell', string>>
  readonly help: Readonly<Record<string, string>>
}

export const processesEn: ProcessesWords = {
  section: 'Processes at work',
  note: 'Each reports regularly that it is running. One that has been silent for a day is removed from this list.',
  machine: 'Machine',
  work: 'What it does',
  version: 'Version',
  since: 'Since',
  beat: 'Last sign of life',
  lanes: 'Lanes it holds',
  none: 'No process has given a sign of life yet.',
  unattended: (works) => `Nobody does this now: ${works}. Start a process that does, or look why it ended.`,
  failing: (loops) => `Background work of this process keeps failing: ${loops}. The log says why, under loop-failed.`,
  silent: 'silent',
  works: {
    serve: 'pages',
    fetch: 'asking feeds',
    analyze: 'reading articles',
    story: 'telling stories',
    tell: 'alerts, briefs, sendings',
  },
  help: {
    TWOSOURCE_HEALTH_PORT: 'A port of its own for /livez, /readyz and /metrics.',
    TWOSOURCE_METRICS: 'Who may read the figures at /metrics.',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'The collector that is told how polls and articles go.',
    OTEL_EXPORTER_OTLP_HEADERS: 'The headers that collector wants.',
    OTEL_TRACES_SAMPLER_ARG: 'Which share of the polls it is told of.',
  },
}
