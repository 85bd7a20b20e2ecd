import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ActorNameService } from './actor-name.service';
import { ApiTokenService } from './api-token.service';
import { AuditService } from './audit.service';
import { ErasureService } from './erasure.service';
import { AuthenticationService } from './guard/authentication';
import { FirstAdminService } from './first-admin.service';
import { ActorResolver } from './graphql/actor.resolver';
import { ApiTokenResolver } from './graphql/api-token.resolver';
import { AuditResolver } from './graphql/audit.resolver';
import { PeopleResolver } from './graphql/people.resolver';
import { ViewerResolver } from './graphql/viewer.resolver';
import { AccessGuard } from './guard/access.guard';
import { RecentTokens } from './guard/recent-tokens';
import { AuditController } from './http/audit.controller';
import { SessionController } from './http/session.controller';
import { OwnPasswordService } from './own-password.service';
import { PeopleService } from './people.service';
import { SignInService } from './sign-in.service';

@Module({
  controllers: [SessionController, AuditController],
  providers: [
    AuthenticationService,
    RecentTokens,
    SignInService,
    PeopleService,
    OwnPasswordService,
    ApiTokenService,
    AuditService,
    ErasureService,
    FirstAdminService,
    ActorNameService,
    ActorResolver,
    ViewerResolver,
    PeopleResolver,
    ApiTokenResolver,
    AuditResolver,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AuthenticationService, FirstAdminService],
})
export class AccessModule {}
