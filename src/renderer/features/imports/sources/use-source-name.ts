// What a source is called: by its name, but for what is typed in by hand.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { BY_HAND, type ImportSource } from '#shared/imports/sources.ts'

export const useSourceName = (): ((source: Pick<ImportSource, 'id' | 'name'>) => string) => {
  const t = useT()
  return ({ id, name }) => (id === BY_HAND ? t('imports.source.by_hand') : name)
}
