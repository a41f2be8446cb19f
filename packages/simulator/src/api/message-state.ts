import type { World } from '../world.js'
import { MassMessages } from './mass/mass-messages.js'
import { MassUploads } from './mass/uploads.js'
import { TemplateJobs } from './template/template-jobs.js'
import { Templates } from './template/templates.js'

/** What an account sends of itself. */
export interface MessageState {
  readonly templates: Templates
  readonly templateJobs: TemplateJobs
  readonly mass: MassMessages
  readonly massUploads: MassUploads
}

export const messageState = (world: World): MessageState => ({
  templates: new Templates(world),
  templateJobs: new TemplateJobs(world.clock),
  mass: new MassMessages(world),
  massUploads: new MassUploads(world),
})
