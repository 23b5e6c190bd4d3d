from django.urls import path

from korpu.domains.assistance.views import deliveries, programmes, referrals

app_name = "assistance"

urlpatterns = [
    path("arrivals/", referrals.waiting, name="referrals"),
    path("arrivals/<uuid:uuid>/", referrals.settle, name="referral"),
    path("programmes/", programmes.listing, name="programmes"),
    path("deliveries/<uuid:uuid>/proof/", deliveries.proof, name="proof"),
]
