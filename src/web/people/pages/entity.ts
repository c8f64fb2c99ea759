import type { EntityView, Presence, SharedNameView, StoryQuotesView } from '../../../operations/people/entity-views.ts'
import { dayBins } from '../../day/parts/day-bins.ts'
import { feedLink } from '../../feeds/parts/feed-links.ts'
import { exactWords } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { citationPath, outLink, speakerPath, storyPath } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { section } from '../../layout/section.ts'
import { longDay, shortWhen, timeRange } from '../../layout/time.ts'
import { followButton } from '../../library/parts/follow-button.ts'
import { muteButton } from '../../library/parts/mute-button.ts'
import { watchLink } from '../../notify/parts/watch-link.ts'
import type { Reader } from '../../reader.ts'
import { askForm } from '../../search/parts/ask-form.ts'
import { columnsPlot } from '../../stories/parts/plot-columns.ts'
import { timeTicks } from '../../stories/parts/plot-dates.ts'
import { scaleOf } from '../../stories/parts/plot-scale.ts'
import { tablesLink } from '../../stories/parts/tables-link.ts'
import { entityLink, entityPath, peoplePath } from '../parts/entity-link.ts'
import { changedSection, givenFigures, promisedSection } from '../parts/entity-statements.ts'
import { monogram, statement } from '../parts/speaker.ts'

/** What somebody said, newest story first, and a link to older ones. */
function saidSection(view: EntityView, reader: Reader): Html {
  const { words } = reader
  const { entity, said, next, isOlder, quoteCount } = view
  if (said.length === 0 && entity.kind === 'place') return html``
  return section(
    'said',
    words.find.tabs.quotes,
    html`${said.length === 0 && html`<p class="note">${words.people.nothingSaid}</p>`}${said.map((each) => storyPart(each, view, reader))}${
      (next || isOlder) &&
      html`<p class="acts">${next && html`<a class="btn" rel="next" href="${entityPath(entity.id, next)}">${words.people.older}</a>`}${isOlder && html`<a class="btn quiet" href="${entityPath(entity.id)}">${words.people.newest}</a>`}</p>`
    }`,
    quoteCount > 0 ? quoteCount : undefined,
  )
}

/** More than this of one story open on request. */
const shownOfStory = 3

function storyPart({ story, utterances, moreCount }: StoryQuotesView, view: EntityView, reader: Reader): Html {
  const ledger = speakerPath(story.id, view.entity.id)
  const quotes = utterances.map((utterance) => statement(utterance, view.entity, view.documents, reader))
  const folded = quotes.slice(shownOfStory)
  return html`<article class="spoke">
<h3><a href="${ledger}"${languageAttributes(story.language)}>${story.title}</a></h3>
${quotes.slice(0, shownOfStory)}${folded.length > 0 && html`<details class="cop"><summary>${reader.words.people.moreInStory(folded.length)}</summary>${folded}</details>`}${
  moreCount > 0 && html`<p class="small"><a href="${ledger}">${reader.words.people.moreInStory(moreCount)}</a></p>`
}
</article>
`
}

/** A person, an organization or a place: said, promised, changed, and the stories that name it. */
export function entityPage(view: EntityView, reader: Reader): string {
  const { entity } = view
  const { words } = reader
  const parts = html`${changedSection(view, reader)}
${promisedSection(view, reader)}
${saidSection(view, reader)}
${givenFigures(view, reader)}`
  // A page of older quotations contains nothing else.
  const body = html`${head(view, reader)}${
    view.isOlder
      ? html`<div class="single">${parts}</div>`
      : html`<div class="cols profile"><article>${parts}</article><aside aria-label="${words.find.tabs.stories}">
${storiesSection(view, reader)}
${companionSection(view, reader)}
${askForm(words.asking.aboutOf(entity.name), { entity: entity.id }, reader, words.asking.aboutOf(entity.name))}
</aside></div>`
  }
`
  return layout(reader, { title: entity.name, place: 'people', feed: { kind: 'entity', target: entity.id }, body })
}

function head(view: EntityView, reader: Reader): Html {
  const { entity, roles, mayBeSeveral, names, documents } = view
  const { words } = reader
  const thing = { kind: 'entity', target: entity.id, label: entity.name } as const
  return html`<div class="crumb"><a class="kick" href="${peoplePath({ kind: entity.kind })}">${words.people.kinds[entity.kind]}</a></div>
<header class="who big">${monogram(entity)}<div><h1>${foreign(entity.name)}</h1>${
    roles.length > 0 &&
    html`<p class="roles">${joined(
      roles.map((role) => html`<a href="${citationPath(role)}">${exactWords(role, documents)}</a>`),
      ' · ',
    )}</p>`
  }</div></header>
${mayBeSeveral && html`<p class="note">${words.people.namesakes}</p>`}${
  names.length > 0 &&
  html`<p class="small">${words.people.alsoWritten}${words.colon}${joined(
    names.map((name) => foreign(name)),
    ' · ',
  )}</p>`
}
<div class="acts">${followButton({ ...thing, isFollowed: view.isFollowed }, reader)}${menu(
    html`${muteButton({ ...thing, isMuted: view.isMuted === true }, reader)}${watchLink(thing, reader)}${feedLink(thing, reader)}${tablesLink({ person: entity.id, name: entity.name }, reader)}${entity.wikidataId && outLink(`https://www.wikidata.org/wiki/${entity.wikidataId}`, html`Wikidata`)}`,
    { name: words.frame.more },
  )}</div>`
}

function storiesSection({ entity, stories, storyCount, days, firstAt }: EntityView, reader: Reader): Html {
  const { words } = reader
  return section(
    'stories',
    words.find.tabs.stories,
    html`${overTime(days, storyCount, reader)}<p class="small">${words.people.since(longDay(firstAt.slice(0, 10), reader))}</p><ul class="rel">${stories
      .slice(0, storiesShown)
      .map(
        (
          story,
        ) => html`<li><a href="${storyPath(story.storyId)}"${languageAttributes(story.language)}>${story.title}</a>
<small>${words.independentOf(story.reportCount, story.articleCount)} · ${shortWhen(story.lastAt, reader)}${story.quoteCount > 0 && ` · ${words.quotes(story.quoteCount)}`}</small></li>
`,
      )}</ul>${storyCount > storiesShown && html`<p><a class="go" href="/search?q=${encodeURIComponent(`"${entity.name}"`)}">${words.people.allStories(storyCount)}</a></p>`}`,
    storyCount,
  )
}

const storiesShown = 8

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
      heads: [words.period, words.find.tabs.stories],
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

function companionSection({ around }: EntityView, reader: Reader): Html {
  const { words } = reader
  if (around.companions.length === 0) return html``
  return section(
    'with',
    words.people.appearsWith,
    html`<ul class="with">${around.companions.map(
      ({ entity, storyCount }) => html`<li>${entityLink(entity)} <small>${words.stories(storyCount)}</small></li>
`,
    )}</ul>`,
  )
}

/** A name in single articles that their stories resolve to several people. */
export function sharedNamePage({ rows }: SharedNameView, reader: Reader): string {
  const { words } = reader
  const body = html`<div class="single"><header class="pagehead"><h1>${words.people.sharedTitle}</h1><p>${words.people.sharedNote}</p></header>
<ul class="with">${rows.map((row: Presence) => html`<li>${entityLink(row.entity)} <small>${words.stories(row.storyCount)}</small></li>\n`)}</ul></div>
`
  return layout(reader, { title: words.people.sharedTitle, place: 'people', body })
}
