import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthenticationService } from './authentication.service';
import { FirstAdminService } from './first-admin.service';
import { ViewerResolver } from './graphql/viewer.resolver';
import { AccessGuard } from './guard/access.guard';

@Module({
  providers: [AuthenticationService, FirstAdminService, ViewerResolver, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [AuthenticationService, FirstAdminService],
})
export class AccessModule {}
