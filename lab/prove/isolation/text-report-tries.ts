import { one, owners, type Tries } from './try.ts'

/** What is told of texts is for who runs the instance to look at: that is what it is told for. */
const desk = { roles: ['owner'], why: 'who runs the house sees and settles what readers say is wrong with texts' }

/** How what can be asked of texts, and of what is wrong with them, is tried. */
export const textReportTries: Readonly<Record<string, Tries>> = {
  get_text_report: one(({ article, document }) => [{ id: article }, { id: article, revision: document }]),
  report_text: { ...one(({ article }) => [{ id: article, wrong: 'other', words: 'x' }]), mostIds: 20 },
  withdraw_text_report: one(() => [{ id: 'x' }]),
  list_text_reports: { ...one(() => [{}]), mayRead: desk },
  preview_text_report: { ...one(() => [{ id: 'x' }, { id: 'x', inText: [0] }]), mayRead: desk },
  close_text_report: { ...one(() => [{ id: 'x' }]), mayRead: desk, mayWrite: desk },
  save_article_rule: { ...one(() => [{ id: 'x', keep: 'p', remove: '', path: '' }]), mayRead: desk, mayWrite: desk },
  withdraw_article_rule: { ...one(() => [{ id: 'x' }]), mayWrite: owners },
}
