"""The bank: what is published is everybody's, drafts are editors', and some of it only interviewers read."""

TABLE = """
                                          anonymous stranger+root+candidate editor owner member+lead+interviewer+declined+observer+recruiter
GET /api/v1/                          -          200      200     200    200    200
GET /api/v1/answers/                  bank:read  200      200     200    200    200
GET /api/v1/answers/{id}/             bank:read  200      200     200    200    200
GET /api/v1/answers/{id}/@draft       bank:read  404      404     200    404    404
GET /api/v1/answers/{id}/@hiring      bank:read  404      404     404    200    200
GET /api/v1/categories/               bank:read  200      200     200    200    200
GET /api/v1/categories/{id}/          bank:read  200      200     200    200    200
GET /api/v1/kits/                     bank:read  200      200     200    200    200
GET /api/v1/kits/{id}/                bank:read  200      200     200    200    200
GET /api/v1/kits/{id}/@draft          bank:read  404      404     200    404    404
GET /api/v1/kits/{id}/@hiring         bank:read  404      404     404    200    200
GET /api/v1/qualities/                bank:read  200      200     200    200    200
GET /api/v1/qualities/{id}/           bank:read  200      200     200    200    200
GET /api/v1/questions/                bank:read  200      200     200    200    200
GET /api/v1/questions/{id}/           bank:read  200      200     200    200    200
GET /api/v1/questions/{id}/@draft     bank:read  404      404     200    404    404
GET /api/v1/questions/{id}/@hiring    bank:read  404      404     404    200    200
GET /api/v1/roles/                    bank:read  200      200     200    200    200
GET /api/v1/roles/{id}/               bank:read  200      200     200    200    200
GET /api/v1/rubrics/                  bank:read  200      200     200    200    200
GET /api/v1/rubrics/{id}/             bank:read  200      200     200    200    200
GET /api/v1/rubrics/{id}/@draft       bank:read  404      404     200    404    404
GET /api/v1/steps/                    bank:read  200      200     200    200    200
GET /api/v1/steps/{id}/               bank:read  200      200     200    200    200
GET /api/v1/topics/                   bank:read  200      200     200    200    200
GET /api/v1/topics/{id}/              bank:read  200      200     200    200    200
"""
