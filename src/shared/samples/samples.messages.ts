// The sentences of sample data.
import { catalogue } from '#shared/base/messages.ts'

export const samplesMessages = catalogue(
  {
    'samples.already_there': 'The sample data are there already. Remove them before you add them again.',
    'samples.no_pipeline': 'Sample data need a pipeline with stages, and ticket statuses. Create them first.',
  },
  {
    'samples.already_there': '示例数据已存在。请先移除，再重新添加。',
    'samples.no_pipeline': '示例数据需要销售管道、阶段和工单状态，请先新建。',
  },
)
