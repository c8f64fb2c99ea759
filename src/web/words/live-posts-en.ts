/** The words of the posts of a live page. */
export type LivePostWords = {
  readonly title: string
  readonly order: string
  readonly link: string
}

export const livePostsEn: LivePostWords = {
  title: 'Posts',
  order: 'Order as on the page of the outlet. A time without a zone stands as the outlet wrote it.',
  link: 'Link to this post',
}
