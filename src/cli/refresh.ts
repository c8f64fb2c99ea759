import { getProgress } from '../operations/admin/get-progress.ts'
import { refreshFeeds } from '../operations/feeds/manage-feeds.ts'
import { type Command, exitCodes } from './command.ts'
import { counted } from './terminal.ts'

const words = { polling: 'Polling', reading: 'Reading', telling: 'Stories' } as const

export const refresh: Command = {
  name: 'refresh',
  usage: '',
  summary: 'Fetch new articles and update the stories',
  options: { all: { type: 'boolean', means: 'poll every feed, due or not' } },
  async run({ values, terminal, open }) {
    await using app = await open()
    if (values.all) await refreshFeeds.run(app.operations, { ids: 'all' })
    const before = await getProgress.run(app.operations, {})
    let stage: keyof typeof words = 'polling'
    const watch = setInterval(() => void draw().catch(() => {}), 500)
    const draw = async () => {
      const { feeds, articles, stories } = await getProgress.run(app.operations, {})
      if (stage === 'polling')
        terminal.progress(words.polling, Math.max(0, before.feeds.due - feeds.due), before.feeds.due)
      else {
        const jobs = stage === 'reading' ? articles : stories
        terminal.progress(words[stage], jobs.done, jobs.done + jobs.waiting + jobs.running)
      }
    }
    await app.runOnce((next) => {
      stage = next
    })
    clearInterval(watch)
    terminal.progressEnd()
    const after = await getProgress.run(app.operations, {})
    terminal.json({ before, after })
    terminal.line(
      `${counted(after.articles.done - before.articles.done, 'new article')}, ${counted(after.stories.done, 'story', 'stories')}, ${counted(after.articles.failed + after.stories.failed, 'job')} failed.`,
    )
    return exitCodes.ok
  },
}
