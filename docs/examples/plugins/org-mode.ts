import type { ExporterPlugin } from '../../../src/app/plugins.ts'

/** A story as an outline for Emacs Org: its brief, and who said what, each line with its outlet. */
export const plugin: ExporterPlugin = {
  kind: 'exporter',
  name: 'Org',
  mediaType: 'text/org; charset=utf-8',
  extension: 'org',
  render({ headline, brief, ledger }, documents) {
    const outlet = (id: string) => documents[id]?.sourceName ?? ''
    const lines = [
      `#+TITLE: ${oneLine(headline.title)}`,
      '* In brief',
      ...brief.map(({ text, citations: [{ documentId }] }) => `- ${oneLine(text)} (${outlet(documentId)})`),
      '* Who said what',
      ...ledger.flatMap(({ speaker, utterances }) => [
        `** ${oneLine(speaker.name)}`,
        ...utterances.map(
          ({ wordings: [{ citation }] }) => `- ${oneLine(citation.exact)} (${outlet(citation.documentId)})`,
        ),
      ]),
    ]
    return `${lines.join('\n')}\n`
  },
}

/** Text from outside must not begin a heading or a block of Org. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
