<?xml version="1.0" encoding="UTF-8"?>
<!-- The budgets recomputed, with the source's figures beside. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <p class="lead"><xsl:value-of select="f:message('memo.lead')"/></p>
    <ul class="links"><li><a href="/forslag/budget/pdf">PDF</a></li><li><a href="/forslag/budget/txt">Text</a></li><li><a href="/forslag/budget/xml">XML</a></li></ul>
    <section class="card">
      <table class="bars stack">
        <caption><xsl:value-of select="f:message('memo.running')"/></caption>
        <thead><tr><th scope="col"><xsl:value-of select="f:message('memo.area')"/></th><th scope="col" aria-hidden="true"><xsl:text>&#160;</xsl:text></th><th scope="col" class="number"><xsl:value-of select="f:message('memo.cost')"/></th></tr></thead>
        <tbody>
          <xsl:for-each select="budget">
            <tr><th scope="row" lang="sv"><xsl:value-of select="@title"/></th><td aria-hidden="true"><svg xmlns="http://www.w3.org/2000/svg" class="meter" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true"><rect width="1000" height="40" class="absent"/><rect width="{@running-share}" height="40" class="present"/></svg></td><td class="number"><xsl:value-of select="@running"/></td></tr>
          </xsl:for-each>
          <tr><th scope="row"><strong><xsl:value-of select="f:message('memo.total')"/></strong></th><td class="void" aria-hidden="true"><xsl:text>&#160;</xsl:text></td><td class="number"><strong><xsl:value-of select="total/@running"/></strong></td></tr>
        </tbody>
      </table>
    </section>
    <xsl:for-each select="budget">
      <section class="card">
        <h2 lang="sv"><xsl:value-of select="@title"/></h2>
        <table class="stack money">
          <thead><tr><th scope="col"><xsl:value-of select="f:message('memo.item')"/></th><th scope="col" class="number"><xsl:value-of select="f:message('memo.stated')"/></th><th scope="col" class="number"><xsl:value-of select="f:message('memo.recomputed')"/></th><th scope="col"><xsl:value-of select="f:message('memo.outcome')"/></th></tr></thead>
          <tbody>
            <xsl:for-each select="line">
              <tr><th scope="row" lang="sv"><xsl:value-of select="@title"/></th><td class="number" data-label="{f:message('memo.stated')}"><xsl:value-of select="@stated"/></td><td class="number" data-label="{f:message('memo.recomputed')}"><xsl:value-of select="@recomputed"/></td><td><xsl:if test="@deviates"><span class="state off"><xsl:value-of select="f:message('memo.deviates')"/></span></xsl:if><xsl:if test="@stated and not(@deviates)"><xsl:value-of select="f:message('memo.agrees')"/></xsl:if></td></tr>
            </xsl:for-each>
          </tbody>
        </table>
      </section>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
