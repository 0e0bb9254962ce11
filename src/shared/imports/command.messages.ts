// What an import from the command line says.
import { catalogue } from '#shared/base/messages.ts'

export const importCommandMessages = catalogue(
  {
    'imports.command.no_mapping': 'There is no saved mapping “{name}”. There are: {names}.',
    'imports.command.no_source': 'There is no source “{name}”. There are: {names}.',
  },
  {
    'imports.command.no_mapping': '没有名为“{name}”的对应关系。已有的对应关系：{names}。',
    'imports.command.no_source': '没有名为“{name}”的来源。已有的来源：{names}。',
  },
)
