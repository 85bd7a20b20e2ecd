import { Controller, Get, HttpCode, HttpStatus, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public } from '../access';
import { DomainError } from '../shared/errors';

/** What orchestrators and load balancers ask. */
@Controller('health')
export class HealthController implements BeforeApplicationShutdown {
  private isStopping = false;

  constructor(private readonly db: DataSource) {}

  /** The process runs: 200 however its database is. */
  @Get('live')
  @Public()
  @HttpCode(HttpStatus.OK)
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** 200 when requests can be served; 503 without a database and once the process is asked to stop. */
  @Get('ready')
  @Public()
  async ready(): Promise<{ status: string }> {
    if (this.isStopping) throw new DomainError('UNAVAILABLE', 'The server is stopping');
    try {
      await this.db.query('select 1');
    } catch {
      // Whatever it is, the answer to the load balancer is the same; the pool's own errors are logged elsewhere.
      throw new DomainError('UNAVAILABLE', 'The database cannot be reached', { retryAfterSeconds: 2 });
    }
    return { status: 'ok' };
  }

  beforeApplicationShutdown(): void {
    this.isStopping = true;
  }
}
