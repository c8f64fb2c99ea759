import type { ScoreParts } from '../../../core/ranking.ts'
import type { StoryCard } from '../../../operations/day/today-views.ts'
import { buttonForm, mayMark } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { menu } from '../../layout/menu.ts'
import { relative } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** What a reader can do with a story of a list without opening it: save, follow, mark as read, mute, and see why it has its rank. */
export function storyMenu(card: StoryCard, reader: Reader): Html {
  const { words } = reader
  const { id: target, title, isRead } = card
  const { mine, day } = words
  const isFollowed = card.isFollowed === true
  const isSaved = card.isSaved === true
  const toggle = (
    kind: 'star' | 'follow',
    mark: 'save' | 'heart',
    isOn: boolean,
    [add, remove]: readonly [string, string],
    [doIt, undoIt]: readonly [string, string],
    [done, undone]: readonly [string, string],
  ) =>
    buttonForm(reader, {
      action: isOn ? remove : add,
      fields: kind === 'star' ? { kind: 'story', target } : { kind: 'story', target, label: title },
      label: html`${icon(mark)}<span data-label>${isOn ? undoIt : doIt}</span>`,
      attributes: html` data-kind="${kind}" data-undo="${isOn ? add : remove}" data-other="${isOn ? doIt : undoIt}" data-said="${isOn ? undone : done}" data-said-other="${isOn ? done : undone}"`,
    })
  const marks = html`${toggle('star', 'save', isSaved, ['/save', '/unsave'], [mine.save, mine.unsave], [mine.saved, mine.unsaved])}${toggle('follow', 'heart', isFollowed, ['/follow', '/unfollow'], [mine.follow, mine.unfollow], [mine.followed, mine.unfollowed])}${buttonForm(
    reader,
    {
      action: '/stories/read',
      fields: { story: target, read: isRead ? '0' : '1' },
      label: html`${icon('check')}<span data-label>${isRead ? day.markUnread : day.markRead}</span>`,
      attributes: html` data-kind="read" data-undo="/stories/read?read=${isRead ? '1' : '0'}" data-other="${isRead ? day.markRead : day.markUnread}" data-said="${isRead ? words.markedUnread : words.markedRead}" data-said-other="${isRead ? words.markedRead : words.markedUnread}"`,
    },
  )}${buttonForm(reader, {
    action: '/mute',
    fields: { kind: 'story', target, label: title, period: 'always' },
    label: html`${icon('mute')}${mine.mute}`,
    attributes: html` data-kind="mute" data-undo="/unmute" data-said="${mine.muted}"`,
  })}`
  return menu(html`${mayMark(reader) && marks}${rank(card, reader)}`, { name: day.more, isAtEnd: true })
}

function rank({ place }: StoryCard, reader: Reader): Html {
  const { words } = reader
  if (!place) return html``
  const newest = relative(place.newestAt, reader)
  const parts = place.parts ? ` ${sharesOf(place.parts, reader)}` : ''
  return html`<details class="further"><summary>${icon('filter')}${words.day.whyRank}</summary><p class="small">${words.reports(place.reports)}${newest && ` · ${newest}`}.${parts}</p></details>`
}

/** The parts of a story's rank, in words: `Of its weight: Independent reports 64%, …`. The shares add up to 100%. */
export function sharesOf(parts: ScoreParts, { words }: Reader): string {
  const { shares, factors, pulls } = words.ownBrief.ranking
  const named = (Object.entries(parts) as [keyof ScoreParts, number][]).filter(([, part]) => Math.abs(part) > 1e-9)
  const all = named.reduce((sum, [, part]) => sum + Math.abs(part), 0)
  if (all === 0) return ''
  const told = named
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([name, part]) => `${part < 0 ? pulls(factors[name]) : factors[name]} ${words.percent(Math.abs(part) / all)}`)
  return `${shares} ${told.join(words.direction === 'rtl' ? '، ' : ', ')}.`
}
