const file = (attributes: string, head: string, body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<opml ${attributes}>\n<head>${head}</head>\n<body>\n${body}\n</body>\n</opml>`

/** Lists as other programs write them, with invented feeds: attributes and elements are theirs, the text is ours. */
export const dialects: Readonly<Record<string, string>> = {
  FreshRSS: file(
    'xmlns:frss="https://freshrss.org/opml" version="2.0"',
    '<title>Our reading</title><dateCreated>Thu, 01 May 2025 08:00:00 +0000</dateCreated>',
    `<outline text="Harbor" frss:opmlUrl="https://lists.example/harbor.opml">
      <outline text="Quay Gazette" type="rss" xmlUrl="https://quay.example/feed" htmlUrl="https://quay.example/" description="News of the quay" frss:priority="important" frss:cssFullContent="article &gt; p"/>
      <outline text="Tide tables" type="HTML+XPath" xmlUrl="https://tides.example/" frss:xPathItem="//div[@class=&quot;tide&quot;]" frss:xPathItemTitle="./h2"/>
    </outline>
    <outline text="Hill Post" type="rss" xmlUrl="https://hill.example/rss?a=1&amp;b=2" frss:filtersActionRead="intitle:ad&#10;author:shop"/>`,
  ),
  Feedly: file(
    'version="1.0"',
    '<title>Ada subscriptions in feedly Cloud</title>',
    `<outline text="Tech" title="Tech"><outline type="rss" text="Chip News" title="Chip News" xmlUrl="https://chip.example/rss" htmlUrl="https://chip.example"/></outline>
    <outline text="Both" title="Both"><outline type="rss" text="Chip News" title="Chip News" xmlUrl="https://chip.example/rss" htmlUrl="https://chip.example"/></outline>`,
  ),
  Inoreader: file(
    'version="1.0"',
    '<title>Subscriptions of Ada from Inoreader</title>',
    `<outline text="A" title="A"><outline text="One" title="One" type="rss" xmlUrl="https://one.example/f" htmlUrl="https://one.example/"/></outline>
    <outline text="Two" title="Two" type="rss" xmlUrl="feed://two.example/f" htmlUrl=""/>`,
  ),
  NewsBlur: file(
    'version="1.1"',
    '<title>NewsBlur Feeds</title><dateCreated>2025-05-01 08:00:00</dateCreated><dateModified>2025-05-01 08:00:00</dateModified>',
    `<outline text="Out" title="Out"><outline text="In" title="In">
      <outline htmlUrl="https://deep.example/" text="Deep" title="Deep" type="rss" version="RSS" xmlUrl="https://deep.example/rss"/></outline></outline>`,
  ),
  Miniflux: file(
    'version="2.0"',
    '<title>Miniflux</title><dateCreated>Thu, 01 May 2025 08:00:00 UTC</dateCreated>',
    `<outline text="All"><outline title="Café" text="Café" xmlUrl="https://cafe.example/atom.xml" htmlUrl="https://cafe.example/" description="Coffee &quot;and&quot; news" type="rss"></outline></outline>`,
  ),
  NetNewsWire: file(
    'version="1.1"',
    '<title>Subscriptions.opml</title>',
    `<outline text="Blogs" title="Blogs"><outline text="M" title="M" description="" type="rss" version="RSS" htmlUrl="https://m.example/" xmlUrl="https://m.example/feed.json"/></outline>
    <outline text="Empty" title="Empty"></outline>`,
  ),
  Newsboat: file(
    'version="1.0"',
    '<title>newsboat - Exported Feeds</title>',
    `<outline type="rss" xmlUrl="https://n.example/rss" htmlUrl="https://n.example/" title="N"/>
    <outline type="rss" xmlUrl="exec:~/bin/make-feed" title="made here"/>
    <outline type="rss" xmlUrl="query:Unread:unread = &quot;yes&quot;" title="query"/>`,
  ),
  'tt-rss': file(
    'version="1.0"',
    '<dateCreated>Thu, 01 May 2025 08:00:00 +0000</dateCreated><title>Tiny Tiny RSS Feed Export</title>',
    `<outline text="Sea" ttrssSortOrder="0"><outline type="rss" text="Gull" xmlUrl="https://gull.example/f" ttrssSortOrder="3" ttrssPurgeInterval="0" ttrssUpdateInterval="30" htmlUrl="https://gull.example/"/></outline>
    <outline text="tt-rss-prefs" schema-version="150"><outline pref-name="DIGEST_ENABLE" value="true"/></outline>
    <outline text="tt-rss-labels" schema-version="150"><outline label-name="Later" label-fg-color="#fff" label-bg-color=""/></outline>
    <outline text="tt-rss-filters" schema-version="150"><outline filter-type="2"><![CDATA[{"match":[{"on":"<b>"}]}]]></outline></outline>`,
  ),
  Thunderbird: file(
    'version="1.0" xmlns:fz="urn:forumzilla:"',
    '<title>Thunderbird OPML Export - Blogs</title><dateCreated>Thu, 01 May 2025 08:00:00 GMT</dateCreated>',
    `<outline title="Feeds"><outline type="rss" title="T" text="T" version="RSS" fz:quickMode="false" fz:options="{&quot;updates&quot;:{&quot;enabled&quot;:true}}" xmlUrl="https://t.example/f" htmlUrl="https://t.example/"/></outline>`,
  ),
  gPodder: file(
    'version="2.0"',
    '<title>gPodder subscriptions</title><dateCreated>Thu, 01 May 2025 08:00:00 +0000</dateCreated>',
    `<outline text="Waves, spoken" title="Waves, spoken" type="rss" xmlUrl="https://waves.example/cast.xml" description="A\nprogram of the sea"/>`,
  ),
  Liferea: file(
    'version="1.0"',
    '<title>Liferea Feed List Export</title>',
    `<outline title="Folder" text="Folder" description="Folder" type="folder" id="abcdefg" sortColumn="time" viewMode="0" expanded="true">
      <outline title="L" text="L" description="L" type="rss" id="hijklmn" xmlUrl="https://l.example/rss" htmlUrl="https://l.example" updateInterval="-1" collapsed="true"/></outline>
    <outline title="Search" text="Search" type="vfolder" id="opqrstu"><outline type="rule" text="Item" rule="exact" value="sea" additive="true"/></outline>`,
  ),
  RSSOwl: file(
    'version="1.1" xmlns:rssowl="http://www.rssowl.org"',
    '<title>RSSOwl Subscriptions</title><dateModified>Thu, 01 May 2025 08:00:00 UTC</dateModified>',
    `<outline text="Set" rssowl:isSet="true" rssowl:id="12"><outline text="O" xmlUrl="https://o.example/f" rssowl:id="13"><rssowl:pref rssowl:id="x" rssowl:value="1"/></outline></outline>`,
  ),
  'an outliner': file(
    'version="2.0"',
    '<title>Things</title><ownerName>Ada</ownerName><ownerEmail>ada@example.org</ownerEmail><expansionState>1,3</expansionState><vertScrollState>1</vertScrollState>',
    `<outline text="A note &lt;b&gt;bold&lt;/b&gt;" isComment="false" created="Thu, 01 May 2025 08:00:00 GMT"/>
    <outline text="A link" type="link" url="https://page.example/"/>
    <outline text="A list" type="include" url="https://lists.example/more.opml"/>
    <outline text="F" type="rss" xmlUrl="https://f.example/" language="en" category="/Sea/Boats,/News"/>`,
  ),
}
