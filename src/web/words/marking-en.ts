import type { HighlightColor } from '../../core/marks.ts'

/** The words of tags and highlights. */
export type MarkingWords = {
  readonly tags: string
  readonly tagsLead: string
  readonly noTags: string
  readonly noTagsNote: string
  readonly allTags: string
  readonly tag: string
  readonly tagsField: string
  readonly addTags: string
  readonly untag: (name: string) => string
  readonly tagged: string
  readonly untagged: string
  readonly rename: string
  readonly renameTo: (name: string) => string
  readonly renameNote: string
  readonly drop: string
  readonly dropSure: string
  readonly changed: string
  readonly highlights: string
  readonly highlightIn: string
  readonly colors: Readonly<Record<HighlightColor, string>>
  readonly highlightedIn: Readonly<Record<HighlightColor, string>>
  readonly highlighted: string
  readonly unhighlight: string
  readonly unhighlighted: string
  readonly lostHighlights: string
}

export const markingEn: MarkingWords = {
  tags: 'Tags',
  tagsLead: 'Words you put on what you keep. Nobody else sees them.',
  noTags: 'No tags yet',
  noTagsNote: 'Put one on anything you saved, on the page of what is saved.',
  allTags: 'All tags',
  tag: 'Tag',
  tagsField: 'Tags, with commas between them',
  addTags: 'Add',
  untag: (name) => `Take off the tag ${name}`,
  tagged: 'Tagged.',
  untagged: 'Tag taken off.',
  rename: 'Rename',
  renameTo: (name) => `New name of ${name}`,
  renameNote: 'With the name of another tag, the two become one.',
  drop: 'Delete',
  dropSure: 'Yes, take it off everything',
  changed: 'Tags changed.',
  highlights: 'Highlights',
  highlightIn: 'Or only highlight them',
  colors: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink' },
  highlightedIn: {
    yellow: 'Highlighted in yellow',
    green: 'Highlighted in green',
    blue: 'Highlighted in blue',
    pink: 'Highlighted in pink',
  },
  highlighted: 'Highlighted.',
  unhighlight: 'Remove highlight',
  unhighlighted: 'Highlight removed.',
  lostHighlights: 'Highlighted words that are not in this version',
}
