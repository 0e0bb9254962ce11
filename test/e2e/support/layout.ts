// Whether a page holds together: nothing runs out of the window, nothing that can be pressed is cut off.
import type { Page } from '@playwright/test'

/** One sentence for each fault; none is good. */
export const layoutFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 30)}”`
    /** A list, a board and a row of tabs scroll sideways on purpose, and what ends in dots is cut on purpose. */
    const isCutOnPurpose = (element: Element): boolean => {
      for (let outer = element.parentElement; outer; outer = outer.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(outer)
        const scrolls = overflowX === 'auto' || overflowX === 'scroll'
        const endsInDots = overflowX === 'hidden' && textOverflow === 'ellipsis'
        if ((scrolls || endsInDots) && outer.scrollWidth > outer.clientWidth + 1) return true
      }
      return false
    }
    /** Elsewhere a text should have been broken. */
    const scrollsByMistake = (element: Element): boolean =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
      element.scrollWidth > element.clientWidth + 1 &&
      !element.matches('[role=grid], [role=tablist], textarea, :has([data-board-column])')
    const isOut = (element: Element): boolean => {
      const { left, right, width, height } = element.getBoundingClientRect()
      return width > 0 && height > 0 && (left < -1 || right > root.clientWidth + 1)
    }
    const pressed = [...document.querySelectorAll('main :is(button, a, input, textarea, h1, h2, h3, p)')]
    const [bar] = document.querySelectorAll('main > div')
    return [
      ...(root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide`] : []),
      ...(root.scrollHeight > root.clientHeight ? [`the page is ${root.scrollHeight} px high`] : []),
      ...(bar && bar.getBoundingClientRect().height > 56 ? ['the bar is higher than one line'] : []),
      ...[...document.querySelectorAll('main *')].filter(scrollsByMistake).map((element) => `${name(element)} scrolls sideways`),
      ...pressed
        .filter((element) => isOut(element) && !isCutOnPurpose(element))
        .map((element) => `${name(element)} runs out of the window`),
    ]
  })
