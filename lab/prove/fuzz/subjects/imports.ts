import { isDeepStrictEqual } from 'node:util'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { type ImportedArticle, readImport } from '../../../../src/pipeline/imports/read-import.ts'
import { growBy } from '../grow-feed.ts'
import { hostileWords } from '../hostile-words.ts'
import type { Subject } from '../subject.ts'

const rules: Readonly<Record<string, readonly string[]>> = {
  ...hostileWords,
  file: ['{csv}', '{json}', '{bookmarks}', '{lines}', '{warc}', '{html}', '{capture}'],
  csv: [
    'title,url,time_added,tags,status\n{rows}',
    'URL,Title,Selection,Folder,Timestamp,Tags\n{rows}',
    'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n{rows}',
    'url;title\n{rows}',
  ],
  rows: ['{row}\n', '{row}\n{rows}', '{row}\r\n{rows}'],
  row: [
    '"{word}",{url},{number},{word}|{word},archive',
    '{url},{word},,Archive,{number},"[""{word}""]"',
    '"{word}""{word},"{word}\n{word}",{url}',
    "{word},{url},x,\"['{word}', '{word}']\",{date},{number},later,True",
    ',,,,',
    '"',
  ],
  json: ['[{items}]', '[{items}', '[[{items}]]', '{"items":[{items}]}'],
  items: ['{item}', '{item},{items}'],
  item: [
    '{"is_archived":{number},"is_starred":1,"tags":["{word}",null],"title":"{word}","url":"{url}","content":"<p>{word}</p>","created_at":"{date}","published_at":"{date}","published_by":["{word}",null],"language":"{word}","annotations":[{}]}',
    '{"id":"x","slug":"{word}","title":"{word}","author":"{word}","url":"{url}","state":"Archived","labels":["{word}",{"name":"{word}"}],"savedAt":"{date}"}',
    '{"href":"{url}","description":"{word}","time":"{date}","tags":"{word} {word}","toread":"no"}',
    '{"url":["{url}"],"title":{number},"tags":{}}',
    'null',
  ],
  bookmarks: [
    '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>{links}</DL>',
    '<!doctype html><title>Pocket Export</title><h1>Unread</h1><ul>{links}</ul><h1>Read Archive</h1>{links}',
  ],
  links: [
    '',
    '<DT><A HREF="{url}" ADD_DATE="{number}" TAGS="{word},{word}">{word}</A>{links}',
    '<DT><H3>{word}</H3><DL><p>{links}</DL><p>{links}',
    '<li><a href="{url}" time_added="{number}" tags="{word}">{word}</a>{links}',
  ],
  lines: ['{line}\n', '{line}\n{lines}', '{line}\n{lines}'],
  line: [
    '{"text":"{word} {word}.","title":"{word}","url":"{url}","publishedAt":"{date}","authors":["{word}",{number}]}',
    '{"html":"<p>{word}</p>","link":"{url}","date":"{date}","site":"{word}"}',
    '{"text":""}',
    '{"content":"{word}","headline":"{word}","published":"{number}"}',
    '{x',
  ],
  warc: ['{record}', '{record}{warc}', '{record}{warc}'],
  record: [
    'WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: 74\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>a</title><p>{word}</p>\r\n\r\n',
    'WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <a>\r\nWARC-Target-URI: <{url}>\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n',
    'WARC/1.0\r\nWARC-Type: metadata\r\nWARC-Refers-To: <a>\r\nContent-Type: application/warc-fields\r\nContent-Length: 40\r\n\r\ntitle: b\r\npublished: {date}\r\nauthor: cccccccccc\r\n\r\n',
    'WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: {number}\r\n\r\n{word}',
    'WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\nffffffff\r\n{word}',
  ],
  html: [
    '<!doctype html><html><body><article><h1>{word}</h1><p>{word} {word}</p></article>',
    '<p>{word}',
    '<body>{html}',
  ],
  capture: ['{word}\n=====\n\n{word}\n{url}\n{date}\n\n{word} {word}.\n\n{capture}', '# {word}\n\n{word}\n', '{word}'],
  date: [
    '2026-03-10T09:00:00Z',
    '+275760-09-13T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '1e21',
    '{number}',
    'Tue, 10 Mar 2026',
    '99999-01-01',
    '{word}',
    '0000-01-01',
  ],
}

/** Files a person gives: articles, links and lists, packed or not. Seeds of packed ones are packed by the case itself. */
export const subject: Subject = {
  seeds: [
    'title,url,time_added,tags,status\n"Rain, again",https://a.example/rain,1619870400,weather|to read,unread\n',
    '[{"is_archived":1,"tags":["sea"],"title":"One","url":"https://a.example/1","content":"<p>The sea was calm.</p>","created_at":"2021-05-01T14:00:00+0200"}]',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="https://a.example/1" ADD_DATE="1619870400" TAGS="sea">One</A></DL>',
    '{"title":"One","text":"The ferry runs again.","url":"https://a.example/1","publishedAt":"2026-03-10T09:00:00Z","authors":["Ann Lee"]}\n',
    'WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nContent-Length: 71\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>One</title><p>Two.</p>\r\n\r\n',
    // Were a link to a script, and times with a sign.
    '{"text":"Rain.","url":"javascript:x","publishedAt":"+275760-09-13T00:00:00Z"}\n{"text":"Rain.","date":"-000001-01-01T00:00:00Z"}\n',
    'The ferry runs again\n\nThe ferry runs again on Monday, the harbor master said.\n',
    '<!doctype html><title>One</title><article><p>The ferry runs again on Monday.</p></article>',
  ],
  tokens: [
    '\n',
    '\r\n\r\n',
    ',',
    '"',
    '""',
    '|',
    '{',
    '}',
    '[',
    ']',
    'null',
    '1e999',
    'WARC/1.0\r\n',
    'Content-Length: 9\r\n',
    '"url":',
    '<DT><A HREF="',
    '</DL>',
    '+275760-09-13',
  ],
  grow: (random) => growBy(rules, random, 'file'),
  attempt(bytes) {
    const wrong =
      tryFile(bytes) ??
      tryFile(gzipSync(bytes).subarray(0, 400_000)) ??
      (bytes.length < 20_000 ? tryFile(zipped(bytes)) : undefined)
    const { kind } = readImport(bytes, 'a.txt')
    return { isRead: kind !== 'unreadable', wrong }
  },
}

function zipped(bytes: Uint8Array): Uint8Array {
  return zipSync(
    { 'part_000.csv': bytes, 'metadata_0.json': bytes, 'content/a.html': bytes, '../../x.csv': bytes },
    { level: 1 },
  )
}

function tryFile(bytes: Uint8Array): string | undefined {
  const file = readImport(bytes, 'a.txt', { mostUnpacked: 4_000_000 })
  if (!isDeepStrictEqual(file, readImport(bytes, 'a.txt', { mostUnpacked: 4_000_000 })))
    return 'is read otherwise the second time'
  const links = file.kind === 'links' ? file.file.links : []
  for (const { url, savedAt, publishedAt, tags } of links) {
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return `keeps the link ${url.slice(0, 80)}`
    for (const time of [savedAt, publishedAt])
      if (time !== undefined && !stored.test(time)) return `has the time ${time}`
    if (tags.includes('')) return 'has a tag without a name'
  }
  const articles = file.kind === 'articles' ? file.articles : []
  return articles.map(articleWrong).find((wrong) => wrong !== undefined)
}

const stored = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

function articleWrong({ url, siteUrl, publishedAt, outlet, authors = [] }: ImportedArticle): string | undefined {
  if (publishedAt !== undefined && !stored.test(publishedAt)) return `has the time ${publishedAt}`
  if (siteUrl !== undefined && !/^https?:\/\//.test(siteUrl)) return `is of the site ${siteUrl.slice(0, 80)}`
  if (url !== undefined && /^[\s\x00-\x20]*(?:javascript|data|vbscript|blob|file):/i.test(url))
    return `leads to ${url.slice(0, 80)}`
  if (outlet.trim() === '') return 'is of no outlet'
  return authors.some((name) => typeof name !== 'string') ? 'has an author who is no name' : undefined
}
