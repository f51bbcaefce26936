package io.evenhand.access.store;

import io.evenhand.access.user.Identity;
import io.evenhand.access.user.Login;
import io.evenhand.access.user.User;
import io.evenhand.access.user.UserId;
import io.evenhand.access.user.Users;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Users in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcUsers implements Users {

    private final JdbcClient jdbc;
    private final UserRows rows = new UserRows();

    JdbcUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(User user) {
        return jdbc.sql(
                                """
                                insert into access_user (tenant, id, login, issuer, subject, role, password,
                                  temporary, closed, version, failures, shut_until, made_at,
                                  signed_in_at)
                                values (:tenant, :id, :login, :issuer, :subject, :role, :password,
                                  :temporary, :closed, :version, :failures, :shutUntil, :madeAt,
                                  :signedInAt)
                                on conflict do nothing""")
                        .params(rows.row(user))
                        .update()
                == 1;
    }

    @Override
    public List<User> of(TenantId tenant) {
        return jdbc.sql("select * from access_user where tenant = :tenant order by login")
                .param("tenant", tenant.value())
                .query(rows)
                .list();
    }

    @Override
    public Optional<User> lock(TenantId tenant, UserId id) {
        return jdbc.sql(
                        """
                        select * from access_user
                        where tenant = :tenant and id = :id for update""")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(rows)
                .optional();
    }

    @Override
    public Optional<User> lock(TenantId tenant, Login login) {
        return jdbc.sql(
                        """
                        select * from access_user
                        where tenant = :tenant and login = :login for update""")
                .param("tenant", tenant.value())
                .param("login", login.value())
                .query(rows)
                .optional();
    }

    @Override
    public Optional<User> lock(TenantId tenant, Identity identity) {
        return jdbc.sql(
                        """
                        select * from access_user
                        where tenant = :tenant and issuer = :issuer and subject = :subject
                        for update""")
                .param("tenant", tenant.value())
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(rows)
                .optional();
    }

    @Override
    public List<User> lockAdmins(TenantId tenant) {
        return jdbc.sql(
                        """
                        select * from access_user
                        where tenant = :tenant and role = 'ADMIN' and closed = false
                        order by id for update""")
                .param("tenant", tenant.value())
                .query(rows)
                .list();
    }

    @Override
    public void update(User user) {
        jdbc.sql(
                        """
                        update access_user set role = :role, password = :password,
                          temporary = :temporary, closed = :closed, version = :version,
                          failures = :failures, shut_until = :shutUntil,
                          signed_in_at = :signedInAt
                        where tenant = :tenant and id = :id""")
                .params(rows.row(user))
                .update();
    }

    @Override
    public Optional<User> signedIn(TenantId tenant, UserId id, String session) {
        return jdbc.sql(
                        """
                        select u.* from access_user u
                        where u.tenant = :tenant and u.id = :id and not exists (
                          select 1 from access_session_end e
                          where e.tenant = u.tenant and e.id = :session)""")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("session", session)
                .query(rows)
                .optional();
    }

    @Override
    public void endSession(TenantId tenant, String session, Instant end, Instant now) {
        jdbc.sql("delete from access_session_end where tenant = :tenant and ends_at < :now")
                .param("tenant", tenant.value())
                .param("now", Times.utc(now))
                .update();
        jdbc.sql(
                        """
                        insert into access_session_end (tenant, id, ends_at)
                        values (:tenant, :id, :end) on conflict do nothing""")
                .param("tenant", tenant.value())
                .param("id", session)
                .param("end", Times.utc(end))
                .update();
    }

    @Override
    public boolean isThereAnAdmin() {
        return jdbc.sql(
                                """
                                select count(*) from access_user
                                where role = 'ADMIN' and closed = false""")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
