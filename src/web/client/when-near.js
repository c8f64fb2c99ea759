// What few pages have, and far below, is fetched when it comes near.
const near = new IntersectionObserver(
  (seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return
    near.disconnect()
    import('./timeline-zoom.js')
  },
  { rootMargin: '800px' },
)
for (const element of document.querySelectorAll('timeline-zoom')) near.observe(element)
