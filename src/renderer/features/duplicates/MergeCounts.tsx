// What goes over to the record that stays, in numbers.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Facts } from '#renderer/ui/Facts.tsx'
import type { MergePreview } from '#shared/merges/merge.ts'

export function MergeCounts({ counts }: { readonly counts: MergePreview['counts'] }) {
  const t = useT()
  if (counts.length === 0) return <span>{t('merges.nothing_moves')}</span>
  return (
    <section aria-label={t('merges.moves')}>
      <Facts
        isQuiet
        facts={counts.map(({ table, count }) => t.known(`merges.count.${table}`, 'merges.count.other', { count }))}
      />
    </section>
  )
}
