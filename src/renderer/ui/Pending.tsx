// Where an answer will stand: nothing at first, grey lines if it takes longer than 150 ms.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './Pending.module.css'

export function Pending({ lines = 6 }: { readonly lines?: number }) {
  const t = useT()
  return (
    <div className={classes['pending']} role="status" aria-label={t('base.loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={classes['line']} />
      ))}
    </div>
  )
}
