<?xml version="1.0" encoding="UTF-8"?>
<!-- One participant in one programme: a bar for each module, the certificate, every session with why it does not count. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/list.xsl"/>
  <xsl:import href="parts/training.xsl"/>
  <xsl:template name="title"><xsl:value-of select="/page/participant/@name"/></xsl:template>

  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"><xsl:with-param name="kicker" select="f:message(concat('programme.', participant/@programme))"/></xsl:call-template>
    <xsl:apply-templates select="participant"/>
    <section class="card">
      <h2><xsl:value-of select="f:message('participant.sessions', 'count', f:amount(string(list/@total)))"/></h2>
      <xsl:choose>
        <xsl:when test="session">
          <table class="stack">
            <thead><tr><th scope="col"><xsl:value-of select="f:message('participant.when')"/></th><th scope="col"><xsl:value-of select="f:message('progress.module')"/></th><th scope="col"><xsl:value-of select="f:message('participant.length')"/></th><th scope="col"><xsl:value-of select="f:message('field.reference')"/></th></tr></thead>
            <tbody><xsl:apply-templates select="session"/></tbody>
          </table>
          <xsl:apply-templates select="list" mode="pages"/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="list" mode="none"><xsl:with-param name="none" select="f:message('participant.none')"/></xsl:apply-templates></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="participant">
    <p class="soft"><span class="nowrap"><xsl:value-of select="@number"/></span><xsl:if test="@started"><xsl:text> · </xsl:text><xsl:value-of select="f:message('progress.started', 'day', string(@started))"/></xsl:if><xsl:if test="@withdrawn"><xsl:text> </xsl:text><xsl:value-of select="f:message('participant.withdrawn', 'day', string(@withdrawn))"/></xsl:if></p>
    <xsl:call-template name="so-far"/>
    <section class="card">
      <h2><xsl:value-of select="f:message('participant.modules')"/></h2>
      <xsl:call-template name="modules"/>
      <xsl:for-each select="advice"><p class="small soft"><xsl:value-of select="."/></p></xsl:for-each>
    </section>
    <section class="card">
      <h2><xsl:value-of select="f:message('provider.certificate')"/></h2>
      <xsl:for-each select="certificate">
        <p><span class="nowrap"><xsl:value-of select="@number"/></span><xsl:text> </xsl:text><xsl:call-template name="standing"/><br/><span class="small soft"><xsl:value-of select="concat(f:message('statement.issued'), ' ', @issued, ' · ', f:message('statement.code'), ' ')"/><span class="code"><xsl:value-of select="@code"/></span></span></p>
        <xsl:call-template name="certificate-files"/>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="@issue">
          <p><xsl:value-of select="f:message('participant.issue-lead')"/></p>
          <form method="post" action="{@issue}"><input type="hidden" name="token" value="{/page/@token}"/><button class="button"><xsl:value-of select="f:message('participant.issue')"/></button></form>
        </xsl:when>
        <xsl:when test="not(certificate)"><p><xsl:value-of select="f:message('participant.incomplete')"/></p></xsl:when>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="session">
    <tr>
      <th scope="row"><xsl:call-template name="day"><xsl:with-param name="day" select="@day"/></xsl:call-template><xsl:text> </xsl:text><span class="nowrap soft"><xsl:value-of select="concat(@time, '–', @ends)"/></span></th>
      <td><xsl:value-of select="@module"/><xsl:if test="string(.)"><br/><span class="small fails"><xsl:if test="@leader"><xsl:value-of select="concat(@leader, ': ')"/></xsl:if><xsl:value-of select="."/></span></xsl:if></td>
      <td data-label="{f:message('participant.length')}"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@minutes"/></xsl:call-template></td>
      <td data-label="{f:message('field.reference')}"><span class="small soft"><xsl:value-of select="@reference"/></span></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
