<?xml version="1.0" encoding="UTF-8"?>
<!-- The first page of a ring's contact person. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/list.xsl"/>
  <xsl:template name="title"><xsl:value-of select="/page/ring/@name"/></xsl:template>

  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"><xsl:with-param name="kicker" select="ring/@number"/></xsl:call-template>
    <dl class="figures">
      <div><dt><xsl:value-of select="f:message('ring.members')"/></dt><dd><xsl:value-of select="ring/@members"/></dd></div>
      <div><dt><xsl:value-of select="f:message('ring.households')"/></dt><dd><xsl:value-of select="ring/@households"/></dd></div>
    </dl>
    <p><span class="state"><xsl:value-of select="ring/@state"/></span></p>
    <div class="buttons">
      <a class="button" href="/ring/kalla"><xsl:value-of select="f:message('page.call')"/></a>
      <a class="button plain" href="/ring/deltagare"><xsl:value-of select="f:message('page.members')"/></a>
      <a class="button plain" href="/ring/fil"><xsl:value-of select="f:message('page.ring-import')"/></a>
    </div>
    <h2><xsl:value-of select="f:message('ring.occasions', 'count', f:amount(string(list/@total)))"/></h2>
    <xsl:apply-templates select="list" mode="narrow"/>
    <xsl:choose>
      <xsl:when test="occasion">
        <div class="card">
          <table class="stack">
            <thead><tr><th scope="col"><xsl:value-of select="f:message('year.day')"/></th><th scope="col"><xsl:value-of select="f:message('year.kind')"/></th><th scope="col"><xsl:value-of select="f:message('field.called')"/></th><th scope="col"><xsl:value-of select="f:message('ring.state')"/></th></tr></thead>
            <tbody>
              <xsl:for-each select="occasion">
                <tr>
                  <th scope="row"><a href="{@path}"><time datetime="{@day}"><xsl:value-of select="@day"/></time><xsl:text> </xsl:text><xsl:value-of select="@time"/></a></th>
                  <td><xsl:value-of select="@kind"/><xsl:if test="@type"><xsl:value-of select="concat(', ', @type)"/></xsl:if></td>
                  <td><xsl:value-of select="@called"/></td>
                  <td><span><xsl:attribute name="class">state<xsl:choose><xsl:when test="@when = 'cancelled'"> off</xsl:when><xsl:when test="@when = 'coming'"> idle</xsl:when></xsl:choose></xsl:attribute><xsl:value-of select="f:message(concat('ring.', @when))"/></span></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
        <xsl:apply-templates select="list" mode="pages"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="list" mode="none"><xsl:with-param name="none" select="f:message('ring.no-occasions')"/></xsl:apply-templates></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
