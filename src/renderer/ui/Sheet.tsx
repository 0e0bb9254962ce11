// A sheet of paper: the page's size and margins, and none of the screen's scrolling.
import type { ReactNode } from 'react'
import classes from './Sheet.module.css'

export function Sheet({ paper, children }: { readonly paper: 'A4' | 'Letter'; readonly children: ReactNode }) {
  return (
    <div className={classes['sheet']}>
      {/* A page size cannot come from a variable. */}
      <style>{`@page { size: ${paper}; margin: 20mm } @media print { html, body, #root { height: auto; overflow: visible } }`}</style>
      {children}
    </div>
  )
}
