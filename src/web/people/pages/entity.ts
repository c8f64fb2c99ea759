import type { Utterance, Wording } from '../../../core/story.ts'
import type { EntityView, Presence, SharedNameView, StoryQuotesView } from '../../../operations/people/entity-views.ts'
import { howAttributed, howReported, quotedLetters } from '../../articles/parts/wording.ts'
import { dayBins } from '../../day/parts/day-bins.ts'
import { feedLink } from '../../feeds/parts/feed-links.ts'
import { citationLink, exactWords, fullerNote } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { outLink, storyPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { absolute, brief, shortWhen, timeRange } from '../../layout/time.ts'
import { followButton } from '../../library/parts/follow-button.ts'
import { muteButton } from '../../library/parts/mute-button.ts'
import type { Reader } from '../../reader.ts'
import { askForm } from '../../search/parts/ask-form.ts'
import { columnsPlot } from '../../stories/parts/plot-columns.ts'
import { timeTicks } from '../../stories/parts/plot-dates.ts'
import { scaleOf } from '../../stories/parts/plot-scale.ts'
import { speakerAnchor } from '../../stories/parts/story-ledger.ts'
import { whoSpeaks } from '../../stories/parts/who-speaks.ts'
import { entityLink, entityPath, peoplePath } from '../parts/entity-link.ts'
import { changedSection, givenFigures, promisedSection } from '../parts/entity-statements.ts'

const outletsNamed = 3

/** What somebody said, newest story first, and a link to older ones. */
function saidSection(view: EntityView, reader: Reader): Html {
  const { words } = reader
  const { entity, said, next, isOlder, quoteCount } = view
  if (said.length === 0 && entity.kind === 'place') return html``
  return section(
    'said',
    words.people.said,
    html`${said.length === 0 && html`<p class="note">${words.people.nothingSaid}</p>`}${said.map((each) => storyPart(each, view, reader))}${
      (next || isOlder) &&
      html`<p class="older">${next && html`<a class="btn ghost" rel="next" href="${entityPath(entity.id, next)}">${words.people.older}</a>`} ${isOlder && html`<a class="btn quiet" href="${entityPath(entity.id)}">${words.people.newest}</a>`}</p>`
    }`,
    quoteCount > 0 ? quoteCount : undefined,
  )
}

function storyPart({ story, utterances, moreCount }: StoryQuotesView, view: EntityView, reader: Reader): Html {
  const ledger = `${storyPath(story.id)}#${speakerAnchor(view.entity.id)}`
  return html`<article class="spoke">
<h3><a href="${ledger}"${languageAttributes(story.language)}>${story.title}</a></h3>
${utterances.map((utterance) => quotePart(utterance, view, reader))}${
  moreCount > 0 && html`<p class="small"><a href="${ledger}">${reader.words.people.moreInStory(moreCount)}</a></p>`
}
</article>
`
}

/** One statement in its earliest wording: when, where and to whom, which outlets have it, and how we know the speaker. */
function quotePart({ wordings, outlets, fuller }: Utterance, { entity, documents }: EntityView, reader: Reader): Html {
  const [first] = wordings
  const document = documents[first.citation.documentId]
  const via = joined(
    [
      ...howReported(first, entity.name, documents, reader),
      document && html`<time datetime="${document.publishedAt}">${brief(document.publishedAt, reader)}</time>`,
      outlets.length > 1 && html`<span title="${outlets.join(', ')}">${carriers(outlets, reader)}</span>`,
    ],
    ' · ',
  )
  return html`<div class="quote">
<p${languageAttributes(document?.language)}>${quotedLetters(first)}</p>
${fuller && fullerNote(fuller, documents, reader)}<div class="via">${via} ${citationLink(first.citation, documents, reader, Math.max(0, outlets.length - 1))} ${knownBy(first, reader)}</div>
</div>
`
}

/** The outlets by name if they are few, else how many. */
function carriers(outlets: readonly string[], { words }: Reader): Html {
  return outlets.length <= outletsNamed
    ? html`${joined(
        outlets.map((outlet) => foreign(outlet)),
        words.direction === 'rtl' ? '، ' : ', ',
      )}`
    : html`${words.carriedBy(words.outletsCount(outlets.length))}`
}

function knownBy(wording: Wording, reader: Reader): Html {
  return html`<details class="how"><summary>${reader.words.howWeKnow}</summary><p class="note">${howAttributed(wording, reader)}</p></details>`
}

/** A person, an organization or a place: said, promised, changed, and the stories that name it. */
export function entityPage(view: EntityView, reader: Reader): string {
  const { entity } = view
  const { words } = reader
  const parts = html`${head(view, reader)}
${changedSection(view, reader)}
${promisedSection(view, reader)}
${saidSection(view, reader)}
${givenFigures(view, reader)}`
  // A page of older quotations contains nothing else.
  const body = view.isOlder
    ? html`<div class="single">${parts}</div>\n`
    : html`<div class="cols"><article class="entity">${parts}</article><aside aria-label="${words.people.storiesTitle}">
${storiesSection(view, reader)}
${voicesSection(view, reader)}
${companionSection(view, reader)}
</aside></div>
`
  return layout(reader, { title: entity.name, place: 'people', feed: { kind: 'entity', target: entity.id }, body })
}

function head(view: EntityView, reader: Reader): Html {
  const { entity, roles, mayBeSeveral, names, documents, isOlder } = view
  const { words } = reader
  const follow = followButton(
    { kind: 'entity', target: entity.id, label: entity.name, isFollowed: view.isFollowed },
    reader,
  )
  return html`<p class="kicker"><a href="${peoplePath({ kind: entity.kind })}">${words.people.kind[entity.kind]}</a></p>
<h1>${foreign(entity.name)}</h1>
${
  roles.length > 0 &&
  html`<p class="roles">${words.people.called}${reader.words.colon}${joined(
    roles.map((role) => html`<q>${exactWords(role, documents)}</q> ${citationLink(role, documents, reader)}`),
    ' · ',
  )}</p>`
}${mayBeSeveral && html`<p class="note">${words.people.namesakes}</p>`}${
  names.length > 0 &&
  html`<p class="roles">${words.people.alsoWritten}${reader.words.colon}${joined(
    names.map((name) => foreign(name)),
    ' · ',
  )}</p>`
}${!isOlder && facts(view, reader)}
<div class="actions">${follow}${muteButton({ kind: 'entity', target: entity.id, label: entity.name, isMuted: view.isMuted === true }, reader)}${feedLink({ kind: 'entity', target: entity.id }, reader)}</div>${!isOlder && askForm(words.asking.aboutOf(entity.name), { entity: entity.id }, reader, words.asking.aboutOf(entity.name))}`
}

function facts({ storyCount, quoteCount, firstAt, lastAt, entity }: EntityView, reader: Reader): Html {
  const { words } = reader
  return html`<ul class="facts">
<li>${words.stories(storyCount)}</li>
${quoteCount > 0 && html`<li>${words.quotes(quoteCount)}</li>`}
<li>${words.people.inStories}${reader.words.colon}<time datetime="${firstAt}">${absolute(firstAt, reader)}</time>${firstAt !== lastAt && html` – <time datetime="${lastAt}">${absolute(lastAt, reader)}</time>`}</li>
${entity.wikidataId && html`<li>${outLink(`https://www.wikidata.org/wiki/${entity.wikidataId}`, html`Wikidata ${entity.wikidataId}`)}</li>`}
</ul>`
}

function storiesSection({ stories, storyCount, days }: EntityView, reader: Reader): Html {
  const { words } = reader
  return section(
    'stories',
    words.people.storiesTitle,
    html`${overTime(days, storyCount, reader)}<ul class="rel">${stories.map(
      (story) => html`<li><a href="${storyPath(story.storyId)}"${languageAttributes(story.language)}>${story.title}</a>
<small>${words.independentOf(story.reportCount, story.articleCount)} · ${shortWhen(story.lastAt, reader)}${story.quoteCount > 0 && ` · ${words.quotes(story.quoteCount)}`}</small></li>
`,
    )}</ul>${stories.length < storyCount && html`<p class="note">${words.people.newestOf(stories.length, storyCount)}</p>`}`,
    storyCount,
  )
}

/** Fewer than this need no drawing: the list is enough. */
const enough = 4

/** Stories per day, or per longer period; nothing when all are of one. */
function overTime(days: EntityView['days'], total: number, reader: Reader): Html {
  const { words } = reader
  const bins = dayBins(days).map(({ from, until, items }) => ({
    from,
    until,
    count: items.reduce((sum, { storyCount }) => sum + storyCount, 0),
  }))
  const [first, last] = [bins[0], bins.at(-1)]
  if (!first || !last || bins.length < 2 || total < enough) return html``
  const range = ({ from, until }: { from: number; until: number }) =>
    timeRange(from, until, { ...reader, timeZone: 'UTC' })
  const busiest = bins.reduce((best, bin) => (bin.count > best.count ? bin : best), first)
  return columnsPlot(
    {
      id: 'over-time',
      title: words.people.overTime,
      caption: words.people.overTimeText(words.stories(total), words.number(busiest.count), range(busiest)),
      peak: words.number(busiest.count),
      heads: [words.period, words.people.storiesTitle],
      columns: bins.map((bin) => ({
        value: bin.count,
        title: `${range(bin)}: ${words.stories(bin.count)}`,
        row: [range(bin), words.number(bin.count)],
      })),
      axis: { ticks: timeTicks(first.from, last.until, reader, 'UTC'), shareOf: scaleOf(first.from, last.until) },
    },
    reader,
  )
}

function voicesSection({ around }: EntityView, reader: Reader): Html {
  const { words } = reader
  const plot = whoSpeaks(
    around.voices.map(({ entity, quoteCount }) => ({ speaker: entity, quoteCount })),
    reader,
    around.quoteCount,
  )
  if (plot.length === 0) return html``
  return section(
    'voices',
    words.people.whoSpeaks,
    html`${plot}<p class="note">${ofNewest(around.storyCount, reader)}</p>`,
  )
}

function companionSection({ around }: EntityView, reader: Reader): Html {
  const { words } = reader
  if (around.companions.length === 0) return html``
  return section(
    'with',
    words.people.appearsWith,
    html`<ul class="with">${around.companions.map(
      ({ entity, storyCount }) => html`<li>${entityLink(entity)} <small>${words.stories(storyCount)}</small></li>
`,
    )}</ul><p class="note">${ofNewest(around.storyCount, reader)}</p>`,
  )
}

function ofNewest(storyCount: number, { words }: Reader): string {
  return words.people.ofNewest(words.stories(storyCount))
}

/** A name in single articles that their stories resolve to several people. */
export function sharedNamePage({ rows }: SharedNameView, reader: Reader): string {
  const { words } = reader
  const body = html`<div class="single"><h1>${words.people.sharedTitle}</h1>
<p>${words.people.sharedNote}</p>
<ul class="with">${rows.map((row: Presence) => html`<li>${entityLink(row.entity)} <small>${words.stories(row.storyCount)}</small></li>\n`)}</ul></div>
`
  return layout(reader, { title: words.people.sharedTitle, place: 'people', body })
}
