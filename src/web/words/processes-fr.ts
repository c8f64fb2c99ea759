import type { ProcessesWords } from './processes-en.ts'

export const processesFr: ProcessesWords = {
  section: 'Processus au travail',
  note: 'Chacun signale régulièrement qu’il fonctionne. Celui qui se tait depuis un jour disparaît de la liste.',
  machine: 'Machine hôte',
  work: 'Ce qu’il fait',
  version: 'Version du programme',
  since: 'Depuis',
  beat: 'Dernier signe de vie',
  lanes: 'Voies qu’il tient',
  none: 'Aucun processus n’a encore donné signe de vie.',
  unattended: (works) =>
    `Personne ne fait cela en ce moment : ${works}. Lancez un processus qui le fait, ou voyez pourquoi il s’est arrêté.`,
  failing: (loops) =>
    `Le travail de fond de ce processus échoue sans cesse : ${loops}. Le journal dit pourquoi, sous loop-failed.`,
  silent: 'muet',
  works: {
    serve: 'les pages',
    fetch: 'interroger les flux',
    analyze: 'lire les articles',
    story: 'raconter les sujets',
    tell: 'alertes, points du jour, envois',
  },
  help: {
    TWOSOURCE_HEALTH_PORT: 'Un port à part pour /livez, /readyz et /metrics.',
    TWOSOURCE_METRICS: 'Qui peut lire les chiffres de /metrics.',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'Le collecteur à qui l’on dit comment vont les lectures.',
    OTEL_EXPORTER_OTLP_HEADERS: 'Les en-têtes que veut ce collecteur.',
    OTEL_TRACES_SAMPLER_ARG: 'Quelle part des lectures lui est dite.',
  },
}
