// Tells the process that prints when a page is complete: its data is there, and the fonts that paper carries are loaded.
import { useEffect } from 'react'

const FONTS = ['400 10pt "Kith Latin"', '600 10pt "Kith Latin"', '400 10pt "Noto Sans SC"', '600 10pt "Noto Sans SC"']

/** Marks the root element: `data-ready="true"`, or `"failed"` where the page cannot be shown. */
export const usePrintReady = (state: 'waiting' | 'ready' | 'failed'): void => {
  useEffect(() => {
    const { dataset } = document.documentElement
    if (state === 'failed') dataset['ready'] = 'failed'
    if (state === 'ready') {
      // The margins of a page are drawn with fonts that the text may not have asked for.
      void Promise.all(FONTS.map((font) => document.fonts.load(font, 'A1国')))
        .then(() => document.fonts.ready)
        .then(() => {
          dataset['ready'] = 'true'
        })
    }
  }, [state])
}
