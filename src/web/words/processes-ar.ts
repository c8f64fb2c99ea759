import type { ProcessesWords } from './processes-en.ts'

export const processesAr: ProcessesWords = {
  section: 'العمليات العاملة',
  note: 'تُبلغ كل عملية بانتظام أنها تعمل، وتُزال من القائمة التي صمتت يومًا.',
  machine: 'الجهاز',
  work: 'ما تعمله',
  version: 'الإصدار',
  since: 'منذ',
  beat: 'آخر علامة حياة',
  lanes: 'المسارات التي تمسكها',
  none: 'لم تعطِ أي عملية علامة حياة بعد.',
  unattended: (works) => `لا أحد يعمل هذا الآن: ${works}. شغّل عملية تعمله، أو انظر لمَ انتهت.`,
  failing: (loops) => `يفشل عمل الخلفية في هذه العملية مرارًا: ${loops}. السبب في السجل تحت loop-failed.`,
  silent: 'صامتة',
  works: {
    serve: 'الصفحات',
    fetch: 'سؤال الخلاصات',
    analyze: 'قراءة المقالات',
    story: 'سرد القصص',
    tell: 'التنبيهات والموجزات والإرسال',
  },
  help: {
    TWOSOURCE_HEALTH_PORT: 'منفذ خاص لـ ‎/livez و‎/readyz و‎/metrics.',
    TWOSOURCE_METRICS: 'من يقرأ الأرقام في ‎/metrics.',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'الجامع الذي يُقال له كيف تجري القراءة.',
    OTEL_EXPORTER_OTLP_HEADERS: 'الترويسات التي يريدها ذلك الجامع.',
    OTEL_TRACES_SAMPLER_ARG: 'أي نصيب من القراءات يُقال له.',
  },
}
