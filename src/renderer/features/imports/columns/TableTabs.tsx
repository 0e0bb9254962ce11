// The tables of an import side by side, one of them shown. A sheet that is read for several kinds of records has a tab for each.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ViewTabs } from '#renderer/ui/ViewTabs.tsx'
import type { Planned } from '../use-inspection.ts'

interface TableTabsProps {
  readonly planned: Planned
  readonly current: string
  readonly onChange: (key: string) => void
}

export function TableTabs({ planned: { chosen, sheetOf }, current, onChange }: TableTabsProps) {
  const t = useT()
  if (chosen.length < 2) return null
  const titles = chosen.map(({ key, plan }) => {
    const entity = t(`imports.entity.${plan.entity}`)
    const sheet = sheetOf(plan)?.name ?? ''
    return { id: key, title: sheet === '' || sheet === entity ? entity : t('imports.tables.tab', { sheet, entity }) }
  })
  return <ViewTabs label={t('imports.tables.label')} views={titles} current={current} onChange={onChange} />
}
