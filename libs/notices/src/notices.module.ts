import { Global, Module } from '@nestjs/common';
import { ChangeNoticeAddress } from './application/change-notice-address.js';
import { MailServer } from './application/mail-server.js';
import { MarkRead } from './application/mark-read.js';
import { NoticeAddresses } from './application/notice-addresses.js';
import { NoticeQueries } from './application/notice.queries.js';
import { Notices } from './application/notices.js';
import { SendEmail } from './application/send-email.js';
import { NoticeAddressController } from './http/notice-address.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { SendEmailJob } from './jobs/send-email.job.js';

/** For every lib above it: whoever has something to tell an account finds it without importing a module. */
@Global()
@Module({
  controllers: [NoticesController, NoticeAddressController],
  providers: [
    ChangeNoticeAddress,
    MailServer,
    MarkRead,
    NoticeAddresses,
    NoticeQueries,
    Notices,
    SendEmail,
    SendEmailJob,
  ],
  exports: [Notices],
})
export class NoticesModule {}
