import type { StoryAuditView } from '../../../operations/stories/audit-views.ts'
import { type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { auditPath, serverAuditPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { dropList } from '../parts/audit-drops.ts'
import { auditRow } from '../parts/audit-line.ts'
import { storyCrumb } from '../parts/story-frame.ts'

/** Every line of a story with its source sentence and the checks made for this page; on narrow pages a list. */
export function storyAuditPage(view: StoryAuditView, reader: Reader): string {
  const { audit } = reader.words
  const body = html`<article class="auditing">
${storyCrumb(view)}
<header class="pagehead"><h1>${audit.ofStory}</h1><p>${audit.lead}</p></header>
${counts(view, reader)}
${partLinks(view, reader)}
<div class="scroll" role="region" aria-label="${audit.ofStory}" tabindex="0">
<table class="list audit"><thead><tr><th scope="col">${audit.heads.shown}</th><th scope="col">${audit.heads.source}</th><th scope="col">${audit.heads.checks}</th></tr></thead>
<tbody>${view.lines.map((line) => auditRow(line, reader))}</tbody></table></div>
${pages(view, reader)}
${dropSection(view, reader)}
<p class="footnote"><a href="${serverAuditPath('checks')}">${audit.checkTitle}</a> · <a href="${serverAuditPath()}">${audit.instance.title}</a> · ${reader.words.takeAway}${reader.words.colon}<a href="${auditPath(view.id)}.csv">CSV</a> · <a href="${auditPath(view.id)}.jsonl">JSON Lines</a></p>
</article>
`
  const { find, number } = reader.words
  const page = view.page > 1 ? ` · ${find.pageOf(number(view.page), number(view.pageCount))}` : ''
  const part = view.part ? `${audit.parts[view.part]}: ` : ''
  return layout(reader, { title: `${part}${audit.title}${reader.words.colon}${view.title}${page}`, body })
}

function counts({ shown, held, droppedCount, checkedAt }: StoryAuditView, reader: Reader): Html {
  const { audit } = reader.words
  return html`<ul class="facts"><li>${audit.shown(shown)}</li>
<li><b>${audit.hold(held)}</b></li>${held < shown && html`<li class="bad">${audit.fail(shown - held)}</li>`}
<li>${droppedCount > 0 ? html`<a href="#drops">${audit.dropped(droppedCount)}</a>` : audit.dropped(0)}</li>
<li>${audit.checkedAt} ${when(checkedAt, reader)}</li></ul>`
}

/** The parts, each with how many of its lines pass, and the current one. */
function partLinks({ id, counts: all, part, shown, held }: StoryAuditView, reader: Reader): Html {
  const { audit, number } = reader.words
  const count = (of: { readonly shown: number; readonly held: number }) =>
    html`<span class="${of.held < of.shown ? 'n bad' : 'n'}">${of.held < of.shown ? `${number(of.held)}/${number(of.shown)}` : number(of.shown)}</span>`
  const links = [
    { of: undefined, label: reader.words.mine.everything, shown, held },
    ...all.map((one) => ({ of: one.part, label: audit.parts[one.part], shown: one.shown, held: one.held })),
  ]
  return html`<nav class="set picks" aria-label="${audit.instance.part}">${links.map(
    (link) =>
      html`<a href="${auditPath(id, { part: link.of })}"${link.of === part && html` aria-current="page"`}>${link.label} ${count(link)}</a>
`,
  )}</nav>`
}

function pages({ id, part, page, pageCount }: StoryAuditView, reader: Reader): Html {
  if (pageCount === 1) return html``
  const { words } = reader
  const [back, on] = words.direction === 'rtl' ? ['→', '←'] : ['←', '→']
  const link = (other: number, rel: 'prev' | 'next') =>
    html`<a class="btn" rel="${rel}" href="${auditPath(id, { part, page: other })}">${rel === 'prev' && `${back} `}${words.find.pageOf(words.number(other), words.number(pageCount))}${rel === 'next' && ` ${on}`}</a>`
  return html`<nav class="pages" aria-label="${words.day.pages}"><p>${words.find.pageOf(words.number(page), words.number(pageCount))}</p>
${page > 1 && link(page - 1, 'prev')}
${page < pageCount && link(page + 1, 'next')}</nav>`
}

/** What was dropped or is doubtful since the story was last built. */
function dropSection({ droppedCount, drops, doubts }: StoryAuditView, reader: Reader): Html {
  const { audit } = reader.words
  const doubtful =
    doubts.length > 0 &&
    section(
      'doubts',
      audit.doubtsTitle,
      html`<p class="note">${audit.doubtsNote}</p>${dropList(doubts, reader, 'standing')}`,
    )
  if (droppedCount === 0 && drops.length === 0) return html`<p class="note">${audit.noDrops}</p>${doubtful}`
  return html`${section('drops', audit.dropsTitle, dropList(drops, reader))}${doubtful}`
}
