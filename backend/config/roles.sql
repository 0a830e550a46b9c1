-- The two roles of every installation, run once by a superuser: the owner migrates, the service owns nothing
-- (so row-level security binds it). The embedded server and the container's first start both run this file.
\set ON_ERROR_STOP on
\getenv owner_password VIVAVOCE_OWNER_PASSWORD
\getenv service_password VIVAVOCE_SERVICE_PASSWORD

CREATE ROLE vivavoce_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE vivavoce LOGIN PASSWORD :'service_password';

-- In template1, so that every database made from now on (the test databases too) grants by itself.
\connect template1
ALTER DEFAULT PRIVILEGES FOR ROLE vivavoce_owner GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO vivavoce;
ALTER DEFAULT PRIVILEGES FOR ROLE vivavoce_owner GRANT USAGE, SELECT ON SEQUENCES TO vivavoce;
ALTER DEFAULT PRIVILEGES FOR ROLE vivavoce_owner GRANT EXECUTE ON FUNCTIONS TO vivavoce;

\connect postgres
CREATE DATABASE vivavoce OWNER vivavoce_owner;
