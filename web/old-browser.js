(function () {
  var app = document.querySelector("allymark-app");
  if (app) app.innerHTML = '<p class="boot">这个浏览器太旧，打不开盟鉴；请换用新版的 Edge、Chrome、Firefox 或 Safari，双核浏览器请切到极速模式。</p>';
})();
