// Makes what is printed fit on one page: as long as it is taller, it is drawn again with less in it.
import { useEffect, useState } from 'react'

/** Pixels of a millimetre at CSS's 96 a inch. */
const PX_PER_MM = 96 / 25.4
/** What the page's margins leave, in millimetres: see Sheet.tsx. A little is kept back, because the printer breaks lines a shade otherwise. */
const HEIGHTS = { A4: (297 - 34) * 0.97, Letter: (279.4 - 34) * 0.97 } as const

interface OnePage {
  /** How much is left out: 0 nothing. */
  readonly step: number
  /** Around all that is to fit. */
  readonly ref: (element: HTMLElement | null) => void
  /** Whether it fits, or cannot become less. */
  readonly isSettled: boolean
}

/** `steps`: how often it can become less. */
export const useOnePage = (paper: 'A4' | 'Letter', steps: number): OnePage => {
  const [step, setStep] = useState(0)
  const [element, ref] = useState<HTMLElement | null>(null)
  const [settledAt, setSettledAt] = useState<number | null>(null)

  useEffect(() => {
    let isGone = false
    // Letters are measured as they will be printed.
    void document.fonts.ready.then(() => {
      if (isGone || !element) return
      if (element.scrollHeight > HEIGHTS[paper] * PX_PER_MM && step < steps) setStep(step + 1)
      else setSettledAt(step)
    })
    return () => {
      isGone = true
    }
  }, [element, paper, step, steps])
  return { step, ref, isSettled: settledAt === step }
}
