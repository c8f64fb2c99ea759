import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitCapture } from './split-capture.ts'

const page = `
Harbor bridge closes for a week
The bridge closes on Monday, the council said.
Drivers are sent round by the north road.

Try Our AI Features
Explore what Daybook AI can do for you:
Comments
No comments yet...
Related Articles


The Tidings
25 minutes ago
- The Tidings
Why the bridge had to close
Rust was found in two bearings. "It could not wait," said the engineer.


Coast Radio
2 hours ago
- Coast Radio
Ferry adds sailings
Six more sailings a day.`

test('the article of the page comes first, with its headline and without the furniture', () => {
  const [main] = splitCapture(page).articles
  assert.equal(main?.title, 'Harbor bridge closes for a week')
  assert.equal(main?.text, 'The bridge closes on Monday, the council said.\nDrivers are sent round by the north road.')
})

test('each related article has its outlet, age, headline and text', () => {
  const [, second, third] = splitCapture(page).articles
  assert.deepEqual(
    { ...second },
    {
      outlet: 'The Tidings',
      age: '25 minutes ago',
      title: 'Why the bridge had to close',
      text: 'Rust was found in two bearings. "It could not wait," said the engineer.',
    },
  )
  assert.equal(third?.outlet, 'Coast Radio')
  assert.equal(third?.title, 'Ferry adds sailings')
})

test('the site names itself in its furniture', () => {
  assert.equal(splitCapture(page).siteName, 'Daybook')
})

test('a text with no furniture is one article whose first line is the headline', () => {
  const { articles } = splitCapture('Rain at last\r\nIt rained.\r\n\r\nIt rained again.')
  assert.deepEqual(articles, [{ title: 'Rain at last', text: 'It rained.\nIt rained again.' }])
})

test('an empty text holds no article', () => {
  assert.deepEqual(splitCapture(' \n\n').articles, [])
})
